CREATE TABLE exports (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    conversation_id uuid NOT NULL,
    status text NOT NULL,
    report_type text NOT NULL,
    title text NOT NULL,
    period_from text NOT NULL,
    period_to text NOT NULL,
    time_zone text NOT NULL,
    column_names text NOT NULL,
    file_name text NOT NULL,
    link_key text NOT NULL,
    node text NOT NULL,
    lease_until timestamptz NOT NULL,
    row_count bigint NOT NULL DEFAULT 0,
    byte_count bigint NOT NULL DEFAULT 0,
    sha256 text,
    note text,
    error_code text,
    error text,
    announcement_id uuid,
    announced_at timestamptz,
    created_at timestamptz NOT NULL,
    completed_at timestamptz,
    expires_at timestamptz
);

CREATE INDEX exports_by_owner ON exports (owner, id);

CREATE INDEX exports_running ON exports (lease_until) WHERE status = 'running';

CREATE INDEX exports_ready ON exports (expires_at) WHERE status = 'ready';

CREATE INDEX exports_ended ON exports (created_at) WHERE status <> 'running';

CREATE INDEX exports_unannounced ON exports (id) WHERE announcement_id IS NOT NULL AND announced_at IS NULL;
