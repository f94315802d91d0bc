ALTER TABLE executions ADD COLUMN run_id text;
ALTER TABLE executions ADD COLUMN pipeline_id text;
ALTER TABLE executions ADD COLUMN step_name text;

CREATE INDEX executions_by_run ON executions (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX executions_by_pipeline ON executions (owner, pipeline_id, created_at, id) WHERE pipeline_id IS NOT NULL;
