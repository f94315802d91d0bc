ALTER TABLE templates ADD COLUMN sharing text NOT NULL DEFAULT 'private';

CREATE INDEX templates_of_team ON templates (updated_at, id) WHERE sharing = 'team' AND deleted_at IS NULL;
CREATE INDEX templates_of_team_by_name ON templates (name_key) WHERE sharing = 'team' AND deleted_at IS NULL;
