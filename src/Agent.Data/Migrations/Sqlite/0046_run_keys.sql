-- What runs are listed by beside their own columns, as the words of the full-text index and in the order of the list: the templates, providers and
-- models of their steps, and the tags that the pipeline had when they began.
CREATE TABLE run_keys (
    owner text NOT NULL,
    key text NOT NULL,
    created_at integer NOT NULL,
    run_id text NOT NULL REFERENCES runs (id),
    PRIMARY KEY (owner, key, created_at, run_id)
) WITHOUT ROWID;

INSERT INTO run_keys (owner, key, created_at, run_id)
SELECT runs.owner, used.key, runs.created_at, runs.id
FROM runs JOIN (
    SELECT run_id, 'qxt' || replace(template_id, '-', '') AS key FROM run_steps WHERE template_id IS NOT NULL
    UNION SELECT run_id, 'qxp' || lower(hex(substr(provider, 1, 100))) FROM run_steps WHERE provider IS NOT NULL
    UNION SELECT run_id, 'qxm' || lower(hex(substr(model, 1, 100))) FROM run_steps WHERE model IS NOT NULL
    UNION SELECT runs.id, 'qxg' || lower(hex(substr(tag, 1, 100))) FROM runs JOIN pipeline_tags ON pipeline_tags.pipeline_id = runs.pipeline_id) AS used
    ON used.run_id = runs.id;

ALTER TABLE runs ADD COLUMN keys text NOT NULL DEFAULT '';

UPDATE runs SET keys = known.keys
FROM (SELECT run_id, group_concat(key, ' ') AS keys FROM run_keys GROUP BY run_id) AS known
WHERE known.run_id = runs.id;

DROP INDEX run_steps_by_template;
DROP INDEX run_steps_by_model;
DROP INDEX run_steps_by_provider;

CREATE INDEX runs_by_pipeline_status ON runs (owner, pipeline_id, status, created_at, id);
