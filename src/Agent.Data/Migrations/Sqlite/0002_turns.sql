CREATE TABLE turns (
    id text NOT NULL PRIMARY KEY,
    conversation_id text NOT NULL REFERENCES conversations (id),
    owner text NOT NULL,
    status text NOT NULL,
    door text NOT NULL,
    message text NOT NULL,
    idempotency_key text,
    node text NOT NULL,
    cancel_requested_at integer,
    started_at integer NOT NULL,
    finished_at integer,
    provider text,
    model text,
    prompt_name text,
    prompt_version integer,
    prompt_hash text,
    input_tokens integer NOT NULL DEFAULT 0,
    output_tokens integer NOT NULL DEFAULT 0,
    cost real,
    duration_ms integer,
    outcome text,
    error_code text,
    reference_id text,
    tool_calls text
);

CREATE UNIQUE INDEX turns_by_idempotency_key ON turns (owner, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE turn_events (
    turn_id text NOT NULL REFERENCES turns (id),
    first_seq integer NOT NULL,
    last_seq integer NOT NULL,
    owner text NOT NULL,
    payload text NOT NULL,
    created_at integer NOT NULL,
    PRIMARY KEY (turn_id, first_seq)
);
