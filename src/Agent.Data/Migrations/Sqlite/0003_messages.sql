CREATE TABLE messages (
    id text NOT NULL PRIMARY KEY,
    conversation_id text NOT NULL REFERENCES conversations (id),
    turn_id text REFERENCES turns (id),
    owner text NOT NULL,
    sequence integer NOT NULL,
    role text NOT NULL,
    text text NOT NULL,
    cards text,
    outcome text,
    created_at integer NOT NULL,
    UNIQUE (conversation_id, sequence)
);
