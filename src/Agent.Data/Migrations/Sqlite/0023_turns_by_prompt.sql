ALTER TABLE turns ADD COLUMN rejected_calls integer NOT NULL DEFAULT 0;

CREATE INDEX turns_by_prompt ON turns (prompt_name, started_at) WHERE prompt_name IS NOT NULL;
