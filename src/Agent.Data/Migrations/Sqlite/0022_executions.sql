CREATE TABLE executions (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    template_id text NOT NULL REFERENCES templates (id),
    template_name text NOT NULL,
    version integer NOT NULL,
    version_hash text NOT NULL,
    label text,
    rerun_of text,
    status text NOT NULL,
    requested_provider text NOT NULL,
    fallback text,
    provider text NOT NULL,
    model text NOT NULL,
    fallback_reason text,
    retries integer NOT NULL DEFAULT 0,
    error_code text,
    error_text text,
    input_tokens integer NOT NULL DEFAULT 0,
    output_tokens integer NOT NULL DEFAULT 0,
    cost real,
    first_token_ms integer,
    duration_ms integer,
    node text NOT NULL,
    running_until integer,
    cancel_requested_at integer,
    created_at integer NOT NULL,
    created_by text NOT NULL,
    finished_at integer,
    requested_model text,
    parameters text NOT NULL,
    variables text NOT NULL,
    system_prompt text,
    prompt text NOT NULL,
    output text
);

CREATE INDEX executions_by_time ON executions (owner, created_at, id);
CREATE INDEX executions_by_template ON executions (owner, template_id, created_at, id);
CREATE INDEX executions_by_version ON executions (owner, template_id, version, created_at, id);
CREATE INDEX executions_by_status ON executions (owner, status, created_at, id);
CREATE INDEX executions_by_provider ON executions (owner, provider, created_at, id);
CREATE INDEX executions_by_model ON executions (owner, model, created_at, id);
CREATE INDEX executions_by_lease ON executions (running_until) WHERE running_until IS NOT NULL;

CREATE TABLE execution_events (
    execution_id text NOT NULL REFERENCES executions (id),
    first_seq integer NOT NULL,
    last_seq integer NOT NULL,
    owner text NOT NULL,
    payload text NOT NULL,
    created_at integer NOT NULL,
    PRIMARY KEY (execution_id, first_seq)
);
