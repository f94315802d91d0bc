-- The index knows no order, so rows are looked up in the newest stretch of time first: among their words are the minute that they began in, the eight
-- minutes, and so on, each eight times as long.
CREATE FUNCTION search_times(timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'qx0' || n || ' qx1' || n / 8 || ' qx2' || n / 64 || ' qx3' || n / 512 || ' qx4' || n / 4096 || ' qx5' || n / 32768
    FROM (SELECT floor(extract(epoch FROM $1 AT TIME ZONE 'UTC') / 60)::bigint AS n) AS minute $$;

ALTER TABLE runs DROP COLUMN IF EXISTS words;

ALTER TABLE runs ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', 'qxo' || search_key(owner) || ' qxl' || replace(pipeline_id::text, '-', '') || ' qxs' || status || ' ' || keys
        || ' ' || search_times(created_at) || ' ' || search_plain(pipeline_name)
        || ' ' || search_plain(replace(replace(replace(replace(inputs, '\\', ' '), '\n', ' '), '\r', ' '), '\t', ' '))
        || ' ' || search_plain(output))) STORED;

-- Every search reads what waits to be sorted in: not much of it may.
CREATE INDEX runs_by_word ON runs USING gin (words) WITH (gin_pending_list_limit = 256);

-- Whatever executions are listed by is among their words: tags (in keys), pipelines and evaluations, too. Those that are no row of an evaluation say qxe0.
ALTER TABLE executions DROP COLUMN IF EXISTS words;
ALTER TABLE executions ADD COLUMN keys text NOT NULL DEFAULT '';

UPDATE executions SET keys = known.keys
FROM (SELECT execution_id, string_agg('qxg' || search_key(tag), ' ') AS keys FROM execution_tags GROUP BY execution_id) AS known
WHERE known.execution_id = executions.id;

ALTER TABLE executions ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', 'qxo' || search_key(owner) || ' qxt' || replace(template_id::text, '-', '') || ' qxv' || version || ' qxs' || status
        || ' qxp' || search_key(provider) || ' qxm' || search_key(model) || ' qxl' || COALESCE(replace(pipeline_id::text, '-', ''), '0')
        || ' qxe' || COALESCE(replace(evaluation_id::text, '-', ''), '0') || ' ' || keys || ' ' || search_times(created_at)
        || ' ' || search_plain(template_name) || ' ' || search_plain(system_prompt) || ' ' || search_plain(prompt) || ' ' || search_plain(variables)
        || ' ' || search_plain(output))) STORED;

CREATE INDEX executions_by_word ON executions USING gin (words) WITH (gin_pending_list_limit = 256);
