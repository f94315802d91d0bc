CREATE TABLE pipelines (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text NOT NULL,
    tags text NOT NULL,
    definition text NOT NULL,
    sharing text NOT NULL DEFAULT 'private',
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    deleted_at timestamptz
);

CREATE UNIQUE INDEX pipelines_by_name ON pipelines (owner, name_key) WHERE deleted_at IS NULL;
CREATE INDEX pipelines_by_use ON pipelines (owner, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX pipelines_by_deletion ON pipelines (owner, updated_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE pipeline_tags (
    pipeline_id uuid NOT NULL REFERENCES pipelines (id),
    owner text NOT NULL,
    tag text NOT NULL,
    PRIMARY KEY (pipeline_id, tag)
);

CREATE INDEX pipeline_tags_by_tag ON pipeline_tags (owner, tag, pipeline_id);

CREATE TABLE pipeline_templates (
    pipeline_id uuid NOT NULL REFERENCES pipelines (id),
    ordinal integer NOT NULL,
    owner text NOT NULL,
    step_name text NOT NULL,
    template_id uuid NOT NULL REFERENCES templates (id),
    version integer,
    label text,
    PRIMARY KEY (pipeline_id, ordinal)
);

CREATE INDEX pipeline_templates_by_template ON pipeline_templates (template_id, pipeline_id);
