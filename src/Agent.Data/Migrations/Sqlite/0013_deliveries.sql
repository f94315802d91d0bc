CREATE TABLE deliveries (
    id text NOT NULL PRIMARY KEY,
    key text NOT NULL UNIQUE,
    channel text NOT NULL,
    payload text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    node text,
    available_at integer NOT NULL,
    last_error text,
    created_at integer NOT NULL,
    finished_at integer
);

CREATE INDEX deliveries_to_do ON deliveries (available_at) WHERE status = 'pending';
