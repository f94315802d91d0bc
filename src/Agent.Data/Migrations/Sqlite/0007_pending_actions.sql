CREATE TABLE pending_actions (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    conversation_id text REFERENCES conversations (id),
    turn_id text REFERENCES turns (id),
    tool text NOT NULL,
    subject text NOT NULL,
    arguments text NOT NULL,
    names text NOT NULL,
    payload text NOT NULL,
    digest text NOT NULL,
    card text NOT NULL,
    partner_id integer,
    offer_id integer,
    status text NOT NULL,
    created_at integer NOT NULL,
    expires_at integer NOT NULL,
    decided_by text,
    decided_at integer,
    node text,
    lease_until integer,
    attempt integer NOT NULL DEFAULT 0,
    others_digest text,
    write_started_at integer,
    approved_at integer,
    link_created_at integer,
    result text,
    reply text,
    cards text,
    updated_at integer NOT NULL
);

CREATE INDEX pending_actions_by_owner ON pending_actions (owner, id);
CREATE INDEX pending_actions_by_conversation ON pending_actions (conversation_id, id);
CREATE INDEX pending_actions_by_expiry ON pending_actions (expires_at) WHERE status = 'pending';
CREATE INDEX pending_actions_by_lease ON pending_actions (lease_until) WHERE status = 'executing';
