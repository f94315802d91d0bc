CREATE TABLE templates (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text NOT NULL,
    tags text NOT NULL,
    labels text NOT NULL,
    version integer NOT NULL,
    revision integer NOT NULL,
    created_at integer NOT NULL,
    created_by text NOT NULL,
    updated_at integer NOT NULL,
    updated_by text NOT NULL,
    deleted_at integer
);

CREATE UNIQUE INDEX templates_by_name ON templates (owner, name_key) WHERE deleted_at IS NULL;
CREATE INDEX templates_by_use ON templates (owner, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX templates_by_deletion ON templates (owner, updated_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE template_versions (
    template_id text NOT NULL REFERENCES templates (id),
    number integer NOT NULL,
    owner text NOT NULL,
    system_prompt text,
    content text NOT NULL,
    inputs text NOT NULL,
    parameters text NOT NULL,
    hash text NOT NULL,
    message text NOT NULL,
    created_at integer NOT NULL,
    created_by text NOT NULL,
    PRIMARY KEY (template_id, number)
);
