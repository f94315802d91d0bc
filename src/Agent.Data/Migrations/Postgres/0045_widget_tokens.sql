CREATE TABLE widget_tokens (
    hash text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    origin text,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX widget_tokens_by_expiry ON widget_tokens (expires_at);
