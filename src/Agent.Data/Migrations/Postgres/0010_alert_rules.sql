CREATE TABLE alert_rules (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    is_enabled boolean NOT NULL,
    is_configured boolean NOT NULL,
    definition text NOT NULL,
    snoozed_until timestamptz,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE INDEX alert_rules_by_creation ON alert_rules (created_at, id) WHERE deleted_at IS NULL;
