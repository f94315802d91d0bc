CREATE TABLE api_keys (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    hash text NOT NULL UNIQUE,
    created_at integer NOT NULL,
    revoked_at integer
);

CREATE INDEX api_keys_by_owner ON api_keys (owner, created_at);
