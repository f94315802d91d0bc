CREATE TABLE api_keys (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX api_keys_by_owner ON api_keys (owner, created_at);
