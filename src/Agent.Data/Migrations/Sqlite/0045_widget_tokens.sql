CREATE TABLE widget_tokens (
    hash text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    origin text,
    created_by text NOT NULL,
    created_at integer NOT NULL,
    expires_at integer NOT NULL
);

CREATE INDEX widget_tokens_by_expiry ON widget_tokens (expires_at);
