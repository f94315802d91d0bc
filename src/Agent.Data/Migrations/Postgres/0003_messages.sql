CREATE TABLE messages (
    id uuid NOT NULL PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversations (id),
    turn_id uuid REFERENCES turns (id),
    owner text NOT NULL,
    sequence bigint NOT NULL,
    role text NOT NULL,
    text text NOT NULL,
    cards text,
    outcome text,
    created_at timestamptz NOT NULL,
    UNIQUE (conversation_id, sequence)
);
