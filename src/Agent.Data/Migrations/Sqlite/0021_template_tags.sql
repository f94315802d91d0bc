CREATE TABLE template_tags (
    template_id text NOT NULL REFERENCES templates (id),
    owner text NOT NULL,
    tag text NOT NULL,
    PRIMARY KEY (template_id, tag)
);

CREATE INDEX template_tags_by_tag ON template_tags (owner, tag, template_id);
