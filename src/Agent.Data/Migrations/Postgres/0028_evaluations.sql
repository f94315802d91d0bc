CREATE TABLE evaluations (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    dataset_id uuid NOT NULL REFERENCES datasets (id),
    dataset_name text NOT NULL,
    dataset_revision integer NOT NULL,
    template_id uuid NOT NULL REFERENCES templates (id),
    template_name text NOT NULL,
    version integer NOT NULL,
    version_hash text NOT NULL,
    label text,
    provider text NOT NULL,
    model text NOT NULL,
    requested_model text,
    fallback text,
    parameters text NOT NULL,
    parallelism integer NOT NULL,
    evaluators text NOT NULL,
    threshold double precision NOT NULL,
    status text NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    passed integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    errors integer NOT NULL DEFAULT 0,
    score_sum double precision NOT NULL DEFAULT 0,
    input_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    cost numeric NOT NULL DEFAULT 0,
    unpriced integer NOT NULL DEFAULT 0,
    duration_ms bigint NOT NULL DEFAULT 0,
    median_ms bigint,
    error_code text,
    error_text text,
    attempt integer NOT NULL,
    node text NOT NULL,
    running_until timestamptz,
    cancel_requested_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    finished_at timestamptz
);

CREATE INDEX evaluations_by_time ON evaluations (owner, created_at, id);
CREATE INDEX evaluations_by_dataset ON evaluations (owner, dataset_id, created_at, id);
CREATE INDEX evaluations_by_template ON evaluations (owner, template_id, created_at, id);
CREATE INDEX evaluations_by_version ON evaluations (owner, template_id, version, created_at, id);
CREATE INDEX evaluations_by_status ON evaluations (owner, status, created_at, id);
CREATE INDEX evaluations_by_lease ON evaluations (running_until) WHERE running_until IS NOT NULL;
CREATE INDEX evaluations_by_score ON evaluations (owner, dataset_id, template_id, version, provider, model, created_at, id) WHERE status = 'completed';

CREATE TABLE evaluation_rows (
    evaluation_id uuid NOT NULL REFERENCES evaluations (id),
    ordinal integer NOT NULL,
    row_id uuid NOT NULL,
    owner text NOT NULL,
    variables text NOT NULL,
    expected text,
    status text NOT NULL,
    execution_id uuid,
    score double precision NOT NULL DEFAULT 0,
    checks text,
    output text,
    error_code text,
    error_text text,
    duration_ms bigint,
    PRIMARY KEY (evaluation_id, ordinal)
);

CREATE INDEX evaluation_rows_by_status ON evaluation_rows (evaluation_id, status, ordinal);

CREATE TABLE evaluation_events (
    evaluation_id uuid NOT NULL REFERENCES evaluations (id),
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    owner text NOT NULL,
    payload text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (evaluation_id, first_seq)
);
