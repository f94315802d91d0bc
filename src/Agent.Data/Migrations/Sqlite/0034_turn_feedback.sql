CREATE TABLE turn_feedback (
    turn_id text NOT NULL PRIMARY KEY REFERENCES turns (id),
    owner text NOT NULL,
    thumb text,
    comment text,
    created_at integer NOT NULL,
    updated_at integer NOT NULL
);
