CREATE TABLE slack_messages (
    id uuid NOT NULL PRIMARY KEY,
    key text NOT NULL UNIQUE,
    channel text NOT NULL,
    thread_ts text,
    response_url text,
    content text NOT NULL,
    source text,
    version integer NOT NULL DEFAULT 1,
    sent_version integer NOT NULL DEFAULT 0,
    ts text,
    status text NOT NULL,
    claim integer NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    is_uncertain boolean NOT NULL DEFAULT FALSE,
    node text,
    available_at timestamptz NOT NULL,
    last_error text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE INDEX slack_messages_to_do ON slack_messages (available_at) WHERE status = 'pending';
CREATE INDEX slack_messages_unsent ON slack_messages (channel, id) WHERE status = 'pending' AND sent_version = 0;

CREATE TABLE slack_confirmations (
    message_id uuid NOT NULL REFERENCES slack_messages (id),
    action_id uuid NOT NULL REFERENCES pending_actions (id),
    shown text NOT NULL,
    PRIMARY KEY (message_id, action_id)
);

CREATE INDEX slack_confirmations_open ON slack_confirmations (action_id) WHERE shown IN ('pending', 'executing');

CREATE TABLE slack_pauses (
    channel text NOT NULL PRIMARY KEY,
    free_at timestamptz NOT NULL
);
