CREATE TABLE template_files (
    template_id text NOT NULL PRIMARY KEY REFERENCES templates (id),
    owner text NOT NULL,
    file text NOT NULL,
    base_hash text,
    file_hash text,
    synced_revision integer,
    synced_at integer,
    conflict_since integer
);

CREATE INDEX template_files_by_owner ON template_files (owner);

CREATE TABLE template_folder (
    id integer NOT NULL PRIMARY KEY,
    node text NOT NULL,
    held_until integer NOT NULL,
    last_sync_at integer
);
