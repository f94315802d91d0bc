CREATE TABLE deliveries (
    id uuid NOT NULL PRIMARY KEY,
    key text NOT NULL UNIQUE,
    channel text NOT NULL,
    payload text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    node text,
    available_at timestamptz NOT NULL,
    last_error text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE INDEX deliveries_to_do ON deliveries (available_at) WHERE status = 'pending';
