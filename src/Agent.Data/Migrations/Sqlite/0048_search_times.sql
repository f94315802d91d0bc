-- Whatever executions are listed by is among their words: tags (in keys), pipelines and evaluations, too. Those that are no row of an evaluation say qxe0.
ALTER TABLE executions ADD COLUMN keys text NOT NULL DEFAULT '';

UPDATE executions SET keys = known.keys
FROM (SELECT execution_id, group_concat('qxg' || lower(hex(substr(tag, 1, 100))), ' ') AS keys FROM execution_tags GROUP BY execution_id) AS known
WHERE known.execution_id = executions.id;

DROP VIEW execution_texts;

CREATE VIEW execution_texts AS
SELECT id, 'qxo' || hex(substr(owner, 1, 100)) || ' qxt' || replace(template_id, '-', '') || ' qxv' || version || ' qxs' || status
    || ' qxp' || hex(substr(provider, 1, 100)) || ' qxm' || hex(substr(model, 1, 100)) || ' qxl' || COALESCE(replace(pipeline_id, '-', ''), '0')
    || ' qxe' || COALESCE(replace(evaluation_id, '-', ''), '0') || ' ' || keys || ' ' || template_name
    || ' ' || COALESCE(system_prompt, '') || ' ' || prompt || ' ' || variables || ' ' || COALESCE(output, '') AS words
FROM executions;

INSERT INTO execution_words (execution_words) VALUES ('delete-all');

INSERT INTO execution_words (rowid, words)
SELECT number, words FROM execution_numbers JOIN execution_texts ON id = execution_id ORDER BY number;
