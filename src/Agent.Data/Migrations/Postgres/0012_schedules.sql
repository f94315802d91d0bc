CREATE TABLE schedules (
    id uuid NOT NULL PRIMARY KEY,
    number integer NOT NULL UNIQUE,
    owner text NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    title text NOT NULL,
    payload text NOT NULL,
    time text NOT NULL,
    days text NOT NULL,
    day_of_month integer,
    time_zone text NOT NULL,
    is_enabled boolean NOT NULL,
    next_run_at timestamptz,
    failure_streak integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE UNIQUE INDEX schedules_by_target ON schedules (kind, target) WHERE deleted_at IS NULL;
CREATE INDEX schedules_by_next_run ON schedules (next_run_at) WHERE next_run_at IS NOT NULL;
CREATE INDEX schedules_by_owner ON schedules (owner, number) WHERE deleted_at IS NULL;

CREATE TABLE schedule_numbers (
    id integer NOT NULL PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE schedule_runs (
    id uuid NOT NULL PRIMARY KEY,
    schedule_id uuid NOT NULL REFERENCES schedules (id),
    slot timestamptz NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    node text,
    available_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    summary text,
    UNIQUE (schedule_id, slot)
);

CREATE INDEX schedule_runs_to_do ON schedule_runs (available_at) WHERE status = 'running';
