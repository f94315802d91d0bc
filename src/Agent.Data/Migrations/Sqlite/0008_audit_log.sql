CREATE TABLE audit_log (
    sequence integer PRIMARY KEY AUTOINCREMENT,
    id text NOT NULL,
    at integer NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    partner_id integer,
    offer_id integer,
    approval_needed integer NOT NULL,
    confirmed integer NOT NULL,
    result text NOT NULL,
    pending_action_id text
);

CREATE INDEX audit_log_by_actor ON audit_log (actor, sequence);
CREATE INDEX audit_log_by_action ON audit_log (action, sequence);
CREATE INDEX audit_log_by_partner ON audit_log (partner_id, sequence);
CREATE INDEX audit_log_by_offer ON audit_log (offer_id, sequence);
CREATE INDEX audit_log_by_time ON audit_log (at);

CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log is append-only.');
END;

CREATE TRIGGER audit_log_keeps_all BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
