CREATE INDEX pipelines_of_team ON pipelines (updated_at, id) WHERE sharing = 'team' AND deleted_at IS NULL;
