CREATE TABLE runs (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    pipeline_id uuid NOT NULL REFERENCES pipelines (id),
    pipeline_name text NOT NULL,
    pipeline_revision integer NOT NULL,
    status text NOT NULL,
    inputs text NOT NULL,
    output text,
    error_code text,
    error_text text,
    input_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    cost numeric,
    duration_ms bigint NOT NULL DEFAULT 0,
    attempt integer NOT NULL,
    node text NOT NULL,
    running_until timestamptz,
    cancel_requested_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    finished_at timestamptz
);

CREATE INDEX runs_by_time ON runs (owner, created_at, id);
CREATE INDEX runs_by_pipeline ON runs (owner, pipeline_id, created_at, id);
CREATE INDEX runs_by_status ON runs (owner, status, created_at, id);
CREATE INDEX runs_by_lease ON runs (running_until) WHERE running_until IS NOT NULL;

CREATE TABLE run_attempts (
    run_id uuid NOT NULL REFERENCES runs (id),
    number integer NOT NULL,
    owner text NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    pipeline_revision integer NOT NULL,
    snapshot text NOT NULL,
    status text NOT NULL,
    error_code text,
    error_text text,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (run_id, number)
);

CREATE TABLE run_steps (
    run_id uuid NOT NULL REFERENCES runs (id),
    attempt integer NOT NULL,
    ordinal integer NOT NULL,
    owner text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    template_id uuid,
    template_name text,
    version integer,
    tool text,
    provider text,
    model text,
    execution_id uuid,
    ran_in integer NOT NULL,
    output text,
    reason_code text,
    reason text,
    error_code text,
    error_text text,
    input_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    cost numeric,
    duration_ms bigint,
    started_at timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (run_id, attempt, ordinal)
);

CREATE INDEX run_steps_by_template ON run_steps (template_id, run_id) WHERE template_id IS NOT NULL;
CREATE INDEX run_steps_by_model ON run_steps (owner, model, run_id) WHERE model IS NOT NULL;
CREATE INDEX run_steps_by_provider ON run_steps (owner, provider, run_id) WHERE provider IS NOT NULL;

CREATE TABLE run_events (
    run_id uuid NOT NULL REFERENCES runs (id),
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    owner text NOT NULL,
    payload text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, first_seq)
);
