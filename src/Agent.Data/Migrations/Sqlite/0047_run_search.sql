-- As executions are found: in the order of their numbers, which are the microsecond of the start or the next free one.
CREATE TABLE run_numbers (
    number integer NOT NULL PRIMARY KEY,
    run_id text NOT NULL UNIQUE REFERENCES runs (id)
);

-- The signs of JSON that would stick to a word are taken out of the inputs.
CREATE VIEW run_texts AS
SELECT id, 'qxo' || hex(substr(owner, 1, 100)) || ' qxl' || replace(pipeline_id, '-', '') || ' qxs' || status || ' ' || keys || ' ' || pipeline_name
    || ' ' || replace(replace(replace(replace(inputs, '\\', ' '), '\n', ' '), '\r', ' '), '\t', ' ') || ' ' || COALESCE(output, '') AS words
FROM runs;

CREATE VIRTUAL TABLE run_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');

INSERT INTO run_numbers (number, run_id)
SELECT place + MAX(created_at - place) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING), id
FROM (SELECT id, created_at, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM runs);

INSERT INTO run_words (rowid, words)
SELECT number, words FROM run_numbers JOIN run_texts ON id = run_id ORDER BY number;

CREATE TRIGGER runs_added AFTER INSERT ON runs
BEGIN
    INSERT INTO run_numbers (number, run_id)
    SELECT COALESCE(
        (SELECT number + 1 FROM run_numbers AS taken
         WHERE number >= NEW.created_at AND EXISTS (SELECT 1 FROM run_numbers WHERE number = NEW.created_at)
            AND NOT EXISTS (SELECT 1 FROM run_numbers AS next WHERE next.number = taken.number + 1)
         ORDER BY number LIMIT 1),
        NEW.created_at), NEW.id;
    INSERT INTO run_words (rowid, words)
    SELECT number, words FROM run_numbers JOIN run_texts ON id = run_id WHERE run_id = NEW.id;
END;

-- A row of this index is taken out with the very text that went in.
CREATE TRIGGER runs_changing BEFORE UPDATE OF status, keys, pipeline_name, output ON runs
BEGIN
    INSERT INTO run_words (run_words, rowid, words)
    SELECT 'delete', number, words FROM run_numbers JOIN run_texts ON id = run_id WHERE run_id = OLD.id;
END;

CREATE TRIGGER runs_changed AFTER UPDATE OF status, keys, pipeline_name, output ON runs
BEGIN
    INSERT INTO run_words (rowid, words)
    SELECT number, words FROM run_numbers JOIN run_texts ON id = run_id WHERE run_id = NEW.id;
END;
