-- Full-text rows are found in the order of their numbers: a number is the microsecond of the start, or the next free one.
CREATE TABLE execution_numbers (
    number integer NOT NULL PRIMARY KEY,
    execution_id text NOT NULL UNIQUE REFERENCES executions (id)
);

-- What lists filter by is among the words (each behind qx and a letter), so that the index alone leaves what both ask for.
CREATE VIEW execution_texts AS
SELECT id, 'qxo' || hex(substr(owner, 1, 100)) || ' qxt' || replace(template_id, '-', '') || ' qxv' || version || ' qxs' || status
    || ' qxp' || hex(substr(provider, 1, 100)) || ' qxm' || hex(substr(model, 1, 100)) || ' ' || template_name
    || ' ' || COALESCE(system_prompt, '') || ' ' || prompt || ' ' || variables || ' ' || COALESCE(output, '') AS words
FROM executions;

CREATE VIRTUAL TABLE execution_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');

INSERT INTO execution_numbers (number, execution_id)
SELECT place + MAX(created_at - place) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING), id
FROM (SELECT id, created_at, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM executions);

INSERT INTO execution_words (rowid, words)
SELECT number, words FROM execution_numbers JOIN execution_texts ON id = execution_id ORDER BY number;

CREATE TRIGGER executions_added AFTER INSERT ON executions
BEGIN
    INSERT INTO execution_numbers (number, execution_id)
    SELECT COALESCE(
        (SELECT number + 1 FROM execution_numbers AS taken
         WHERE number >= NEW.created_at AND EXISTS (SELECT 1 FROM execution_numbers WHERE number = NEW.created_at)
            AND NOT EXISTS (SELECT 1 FROM execution_numbers AS next WHERE next.number = taken.number + 1)
         ORDER BY number LIMIT 1),
        NEW.created_at), NEW.id;
    INSERT INTO execution_words (rowid, words)
    SELECT number, words FROM execution_numbers JOIN execution_texts ON id = execution_id WHERE execution_id = NEW.id;
END;

-- A row of this index is taken out with the very text that went in.
CREATE TRIGGER executions_changing BEFORE UPDATE OF status, provider, model, output ON executions
BEGIN
    INSERT INTO execution_words (execution_words, rowid, words)
    SELECT 'delete', number, words FROM execution_numbers JOIN execution_texts ON id = execution_id WHERE execution_id = OLD.id;
END;

CREATE TRIGGER executions_changed AFTER UPDATE OF status, provider, model, output ON executions
BEGIN
    INSERT INTO execution_words (rowid, words)
    SELECT number, words FROM execution_numbers JOIN execution_texts ON id = execution_id WHERE execution_id = NEW.id;
END;
