CREATE FUNCTION execution_key(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT encode(convert_to(left($1, 100), 'UTF8'), 'hex') $$;

-- Signs between words become spaces, as the other database has it: the parser would take paths and addresses for one word. Texts are cut
-- where a tsvector would become too long.
CREATE FUNCTION execution_plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(left(COALESCE($1, ''), 40000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)) $$;

-- What lists filter by is among the words (each behind qx and a letter), so that the index alone leaves what both ask for.
ALTER TABLE executions ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', 'qxo' || execution_key(owner) || ' qxt' || replace(template_id::text, '-', '') || ' qxv' || version || ' qxs' || status
        || ' qxp' || execution_key(provider) || ' qxm' || execution_key(model) || ' ' || execution_plain(template_name)
        || ' ' || execution_plain(system_prompt) || ' ' || execution_plain(prompt) || ' ' || execution_plain(variables)
        || ' ' || execution_plain(output))) STORED;

CREATE INDEX executions_by_word ON executions USING gin (words);
