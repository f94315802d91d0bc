ALTER TABLE conversations ADD COLUMN standing_id text;

CREATE UNIQUE INDEX conversations_by_standing_id ON conversations (standing_id) WHERE standing_id IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE feed_heads (
    owner text NOT NULL PRIMARY KEY,
    last_sequence integer NOT NULL
);

CREATE TABLE feed_items (
    owner text NOT NULL,
    sequence integer NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    created_at integer NOT NULL,
    PRIMARY KEY (owner, sequence)
);
