CREATE TABLE turn_feedback (
    turn_id uuid NOT NULL PRIMARY KEY REFERENCES turns (id),
    owner text NOT NULL,
    thumb text,
    comment text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
