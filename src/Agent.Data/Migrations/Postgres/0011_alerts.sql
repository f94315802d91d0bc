CREATE TABLE alerts (
    id uuid NOT NULL PRIMARY KEY,
    number bigint NOT NULL UNIQUE,
    rule_id uuid NOT NULL REFERENCES alert_rules (id),
    rule_name text NOT NULL,
    kind text NOT NULL,
    day text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    facts text NOT NULL,
    listing text,
    created_at timestamptz NOT NULL,
    acknowledged_by text,
    snoozed_until timestamptz,
    resolved_at timestamptz
);

CREATE INDEX alerts_by_rule ON alerts (rule_id, number);
CREATE INDEX alerts_by_snooze ON alerts (rule_id, snoozed_until) WHERE state = 'snoozed';

CREATE TABLE alert_numbers (
    id integer NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
);

INSERT INTO alert_numbers (id, last_number) VALUES (1, 0);

CREATE TABLE alert_recipients (
    owner text NOT NULL,
    number bigint NOT NULL REFERENCES alerts (number),
    PRIMARY KEY (owner, number)
);

CREATE INDEX alert_recipients_by_number ON alert_recipients (number);

CREATE TABLE alert_findings (
    rule_id uuid NOT NULL,
    entity text NOT NULL,
    day text NOT NULL,
    alert_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (rule_id, entity, day)
);

CREATE INDEX alert_findings_by_alert ON alert_findings (alert_id);

CREATE TABLE alert_changes (
    id uuid NOT NULL PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alerts (id),
    action text NOT NULL,
    actor text NOT NULL,
    until timestamptz,
    created_at timestamptz NOT NULL
);

CREATE INDEX alert_changes_by_alert ON alert_changes (alert_id, created_at);
