CREATE TABLE slack_inbox (
    id uuid NOT NULL PRIMARY KEY,
    key text NOT NULL UNIQUE,
    thread text NOT NULL,
    place text NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    node text,
    available_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE INDEX slack_inbox_to_do ON slack_inbox (available_at) WHERE status = 'pending';
CREATE INDEX slack_inbox_in_order ON slack_inbox (thread, place, id) WHERE status = 'pending';
CREATE INDEX slack_inbox_finished ON slack_inbox (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE slack_posts (
    owner text NOT NULL,
    channel text NOT NULL,
    ts text NOT NULL,
    thread_ts text NOT NULL,
    text text NOT NULL,
    turn_id uuid,
    problem text,
    edited_ts text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (owner, channel, ts)
);

CREATE INDEX slack_posts_by_thread ON slack_posts (owner, channel, thread_ts, ts);
CREATE INDEX slack_posts_by_time ON slack_posts (owner, created_at);
