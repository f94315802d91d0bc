CREATE TABLE alert_rules (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    is_enabled integer NOT NULL,
    is_configured integer NOT NULL,
    definition text NOT NULL,
    snoozed_until integer,
    created_by text NOT NULL,
    created_at integer NOT NULL,
    updated_at integer NOT NULL,
    deleted_at integer
);

CREATE INDEX alert_rules_by_creation ON alert_rules (created_at, id) WHERE deleted_at IS NULL;
