-- Runs are listed by the versions of the templates that their steps used.
INSERT INTO run_keys (owner, key, created_at, run_id)
SELECT DISTINCT runs.owner, 'qxw' || replace(run_steps.template_id, '-', '') || 'v' || run_steps.version, runs.created_at, runs.id
FROM run_steps JOIN runs ON runs.id = run_steps.run_id
WHERE run_steps.template_id IS NOT NULL AND run_steps.version IS NOT NULL;

UPDATE runs SET keys = runs.keys || known.keys
FROM (SELECT run_id, group_concat(' ' || key, '') AS keys FROM run_keys WHERE substr(key, 1, 3) = 'qxw' GROUP BY run_id) AS known
WHERE known.run_id = runs.id;
