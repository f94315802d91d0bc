-- The signs of JSON that would stick to a word are taken out of the inputs.
ALTER TABLE runs ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', 'qxo' || search_key(owner) || ' qxl' || replace(pipeline_id::text, '-', '') || ' qxs' || status || ' ' || keys
        || ' ' || search_plain(pipeline_name) || ' ' || search_plain(replace(replace(replace(replace(inputs, '\\', ' '), '\n', ' '), '\r', ' '), '\t', ' '))
        || ' ' || search_plain(output))) STORED;

CREATE INDEX runs_by_word ON runs USING gin (words);
