CREATE TABLE template_files (
    template_id uuid NOT NULL PRIMARY KEY REFERENCES templates (id),
    owner text NOT NULL,
    file text NOT NULL,
    base_hash text,
    file_hash text,
    synced_revision integer,
    synced_at timestamptz,
    conflict_since timestamptz
);

CREATE INDEX template_files_by_owner ON template_files (owner);

CREATE TABLE template_folder (
    id integer NOT NULL PRIMARY KEY,
    node text NOT NULL,
    held_until timestamptz NOT NULL,
    last_sync_at timestamptz
);
