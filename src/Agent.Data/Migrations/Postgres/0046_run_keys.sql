-- What runs are listed by beside their own columns, as the words of the full-text index and in the order of the list: the templates, providers and
-- models of their steps, and the tags that the pipeline had when they began.
CREATE TABLE run_keys (
    owner text NOT NULL,
    key text NOT NULL,
    created_at timestamptz NOT NULL,
    run_id uuid NOT NULL,
    PRIMARY KEY (owner, key, created_at, run_id)
);

ALTER FUNCTION execution_key RENAME TO search_key;
ALTER FUNCTION execution_plain RENAME TO search_plain;

INSERT INTO run_keys (owner, key, created_at, run_id)
SELECT runs.owner, used.key, runs.created_at, runs.id
FROM runs JOIN (
    SELECT run_id, 'qxt' || replace(template_id::text, '-', '') AS key FROM run_steps WHERE template_id IS NOT NULL
    UNION SELECT run_id, 'qxp' || search_key(provider) FROM run_steps WHERE provider IS NOT NULL
    UNION SELECT run_id, 'qxm' || search_key(model) FROM run_steps WHERE model IS NOT NULL
    UNION SELECT runs.id, 'qxg' || search_key(tag) FROM runs JOIN pipeline_tags ON pipeline_tags.pipeline_id = runs.pipeline_id) AS used
    ON used.run_id = runs.id;

-- Looked up for all rows at once.
ALTER TABLE run_keys ADD FOREIGN KEY (run_id) REFERENCES runs (id);

ALTER TABLE runs ADD COLUMN keys text NOT NULL DEFAULT '';

UPDATE runs SET keys = known.keys
FROM (SELECT run_id, string_agg(key, ' ') AS keys FROM run_keys GROUP BY run_id) AS known
WHERE known.run_id = runs.id;

DROP INDEX run_steps_by_template;
DROP INDEX run_steps_by_model;
DROP INDEX run_steps_by_provider;

CREATE INDEX runs_by_pipeline_status ON runs (owner, pipeline_id, status, created_at, id);
