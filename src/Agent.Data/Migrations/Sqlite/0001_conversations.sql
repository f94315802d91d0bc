CREATE TABLE conversations (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    title text NOT NULL,
    is_pinned integer NOT NULL DEFAULT 0,
    state text,
    last_sequence integer NOT NULL DEFAULT 0,
    running_turn_id text,
    running_until integer,
    created_at integer NOT NULL,
    updated_at integer NOT NULL,
    deleted_at integer
);

CREATE INDEX conversations_by_use ON conversations (owner, is_pinned, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX conversations_by_lease ON conversations (running_until) WHERE running_until IS NOT NULL;
