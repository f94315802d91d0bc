CREATE TABLE alerts (
    id text NOT NULL PRIMARY KEY,
    number integer NOT NULL UNIQUE,
    rule_id text NOT NULL REFERENCES alert_rules (id),
    rule_name text NOT NULL,
    kind text NOT NULL,
    day text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    facts text NOT NULL,
    listing text,
    created_at integer NOT NULL,
    acknowledged_by text,
    snoozed_until integer,
    resolved_at integer
);

CREATE INDEX alerts_by_rule ON alerts (rule_id, number);
CREATE INDEX alerts_by_snooze ON alerts (rule_id, snoozed_until) WHERE state = 'snoozed';

CREATE TABLE alert_numbers (
    id integer NOT NULL PRIMARY KEY,
    last_number integer NOT NULL
);

INSERT INTO alert_numbers (id, last_number) VALUES (1, 0);

CREATE TABLE alert_recipients (
    owner text NOT NULL,
    number integer NOT NULL REFERENCES alerts (number),
    PRIMARY KEY (owner, number)
);

CREATE INDEX alert_recipients_by_number ON alert_recipients (number);

CREATE TABLE alert_findings (
    rule_id text NOT NULL,
    entity text NOT NULL,
    day text NOT NULL,
    alert_id text NOT NULL,
    created_at integer NOT NULL,
    PRIMARY KEY (rule_id, entity, day)
);

CREATE INDEX alert_findings_by_alert ON alert_findings (alert_id);

CREATE TABLE alert_changes (
    id text NOT NULL PRIMARY KEY,
    alert_id text NOT NULL REFERENCES alerts (id),
    action text NOT NULL,
    actor text NOT NULL,
    until integer,
    created_at integer NOT NULL
);

CREATE INDEX alert_changes_by_alert ON alert_changes (alert_id, created_at);
