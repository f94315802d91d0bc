CREATE TABLE conversation_links (
    door text NOT NULL,
    outside_id text NOT NULL,
    owner text NOT NULL,
    conversation_id uuid NOT NULL REFERENCES conversations (id),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (door, outside_id, owner)
);

CREATE INDEX conversation_links_by_conversation ON conversation_links (conversation_id);
