-- What each question to a judge took: it is neither a turn nor an execution, but paid for all the same.
CREATE TABLE judgements (
    id text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    evaluation_id text NOT NULL REFERENCES evaluations (id),
    ordinal integer NOT NULL,
    template_id text NOT NULL REFERENCES templates (id),
    template_name text NOT NULL,
    version integer NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    input_tokens integer NOT NULL,
    output_tokens integer NOT NULL,
    cost real,
    created_at integer NOT NULL
);

CREATE INDEX judgements_by_time ON judgements (owner, created_at);

-- Counted as an execution's end is (migration 0031), but as no execution.
CREATE TRIGGER judgement_usage_counted AFTER INSERT ON judgements
BEGIN
    INSERT INTO execution_quarters (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
    VALUES (NEW.owner, NEW.created_at / 900000000, 0, 0, NEW.input_tokens, NEW.output_tokens, NEW.cost)
    ON CONFLICT (owner, quarter) DO UPDATE SET
        input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens,
        cost = COALESCE(cost + excluded.cost, cost, excluded.cost);

    INSERT INTO execution_days
        (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
    VALUES
        (NEW.owner, NEW.created_at / 86400000000, NEW.template_id, NEW.version, NEW.provider, NEW.model, NEW.template_name, 0, 0,
         NEW.input_tokens, NEW.output_tokens, NEW.cost, 0)
    ON CONFLICT (owner, day, template_id, version, provider, model) DO UPDATE SET
        input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens,
        cost = COALESCE(cost + excluded.cost, cost, excluded.cost);
END;

-- Runs are listed by the versions of the templates that their steps used.
INSERT INTO run_keys (owner, key, created_at, run_id)
SELECT DISTINCT runs.owner, 'qxw' || replace(run_steps.template_id, '-', '') || 'v' || run_steps.version, runs.created_at, runs.id
FROM run_steps JOIN runs ON runs.id = run_steps.run_id
WHERE run_steps.template_id IS NOT NULL AND run_steps.version IS NOT NULL;

UPDATE runs SET keys = runs.keys || known.keys
FROM (SELECT run_id, group_concat(' ' || key, '') AS keys FROM run_keys WHERE substr(key, 1, 3) = 'qxw' GROUP BY run_id) AS known
WHERE known.run_id = runs.id;
