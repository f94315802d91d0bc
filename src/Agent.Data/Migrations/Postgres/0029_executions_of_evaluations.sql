ALTER TABLE executions ADD COLUMN evaluation_id uuid;

CREATE INDEX executions_by_evaluation ON executions (owner, evaluation_id, created_at, id) WHERE evaluation_id IS NOT NULL;

-- A dataset's rows are as many executions as a year of work by hand: lists that leave them out do not walk over them either.
CREATE INDEX executions_by_hand_by_time ON executions (owner, created_at, id) WHERE evaluation_id IS NULL;
CREATE INDEX executions_by_hand_by_template ON executions (owner, template_id, created_at, id) WHERE evaluation_id IS NULL;
CREATE INDEX executions_by_hand_by_version ON executions (owner, template_id, version, created_at, id) WHERE evaluation_id IS NULL;
CREATE INDEX executions_by_hand_by_status ON executions (owner, status, created_at, id) WHERE evaluation_id IS NULL;
CREATE INDEX executions_by_hand_by_provider ON executions (owner, provider, created_at, id) WHERE evaluation_id IS NULL;
CREATE INDEX executions_by_hand_by_model ON executions (owner, model, created_at, id) WHERE evaluation_id IS NULL;
