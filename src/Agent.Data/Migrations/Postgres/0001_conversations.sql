CREATE TABLE conversations (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    title text NOT NULL,
    is_pinned boolean NOT NULL DEFAULT false,
    state text,
    last_sequence bigint NOT NULL DEFAULT 0,
    running_turn_id uuid,
    running_until timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE INDEX conversations_by_use ON conversations (owner, is_pinned, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX conversations_by_lease ON conversations (running_until) WHERE running_until IS NOT NULL;
