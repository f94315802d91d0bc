-- The tags that the template had when it ran, in the order of the lists: a tag that few executions have is found as quickly as one that all have.
CREATE TABLE execution_tags (
    owner text NOT NULL,
    tag text NOT NULL,
    created_at timestamptz NOT NULL,
    execution_id uuid NOT NULL REFERENCES executions (id),
    PRIMARY KEY (owner, tag, created_at, execution_id)
);

INSERT INTO execution_tags (owner, tag, created_at, execution_id)
SELECT executions.owner, tag, executions.created_at, executions.id
FROM executions JOIN template_tags ON template_tags.template_id = executions.template_id AND template_tags.owner = executions.owner;

CREATE INDEX executions_by_hand_by_template_status ON executions (owner, template_id, status, created_at, id) WHERE evaluation_id IS NULL;
