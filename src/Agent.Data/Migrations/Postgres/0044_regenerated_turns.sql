ALTER TABLE turns ADD COLUMN replaces uuid;
ALTER TABLE turns ADD COLUMN state_before text;
ALTER TABLE messages ADD COLUMN replaced_by uuid;

CREATE INDEX messages_by_replacement ON messages (replaced_by) WHERE replaced_by IS NOT NULL;
