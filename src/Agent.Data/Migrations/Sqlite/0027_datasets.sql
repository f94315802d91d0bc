CREATE TABLE datasets (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    sharing text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text NOT NULL,
    template_id text REFERENCES templates (id),
    evaluators text NOT NULL,
    threshold real NOT NULL,
    row_count integer NOT NULL,
    last_ordinal integer NOT NULL,
    revision integer NOT NULL,
    created_at integer NOT NULL,
    created_by text NOT NULL,
    updated_at integer NOT NULL,
    updated_by text NOT NULL,
    deleted_at integer
);

CREATE UNIQUE INDEX datasets_by_name ON datasets (owner, name_key) WHERE deleted_at IS NULL;
CREATE INDEX datasets_by_use ON datasets (owner, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX datasets_by_deletion ON datasets (owner, updated_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX datasets_by_template ON datasets (owner, template_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX datasets_by_team ON datasets (updated_at, id) WHERE sharing = 'team' AND deleted_at IS NULL;

CREATE TABLE dataset_rows (
    id text NOT NULL PRIMARY KEY,
    dataset_id text NOT NULL REFERENCES datasets (id),
    ordinal integer NOT NULL,
    owner text NOT NULL,
    variables text NOT NULL,
    expected text,
    note text NOT NULL,
    UNIQUE (dataset_id, ordinal)
);
