-- Which row an execution answered, so that the answer is found again when the evaluation is resumed.
ALTER TABLE executions ADD COLUMN evaluation_row integer;

CREATE INDEX executions_by_evaluation_row ON executions (evaluation_id, evaluation_row) WHERE evaluation_row IS NOT NULL;
