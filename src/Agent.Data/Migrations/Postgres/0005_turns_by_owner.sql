CREATE INDEX turns_by_owner ON turns (owner, started_at);
