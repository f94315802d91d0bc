-- What each question to a judge took: it is neither a turn nor an execution, but paid for all the same.
CREATE TABLE judgements (
    id uuid NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    evaluation_id uuid NOT NULL REFERENCES evaluations (id),
    ordinal integer NOT NULL,
    template_id uuid NOT NULL REFERENCES templates (id),
    template_name text NOT NULL,
    version integer NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric,
    created_at timestamptz NOT NULL
);

CREATE INDEX judgements_by_time ON judgements (owner, created_at);

-- Counted as an execution's end is (migration 0031), but as no execution.
CREATE FUNCTION count_judgement_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO execution_quarters AS known (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
    VALUES (NEW.owner, floor(extract(epoch FROM NEW.created_at) / 900)::bigint, 0, 0, NEW.input_tokens, NEW.output_tokens, NEW.cost)
    ON CONFLICT (owner, quarter) DO UPDATE SET
        input_tokens = known.input_tokens + excluded.input_tokens, output_tokens = known.output_tokens + excluded.output_tokens,
        cost = COALESCE(known.cost + excluded.cost, known.cost, excluded.cost);

    INSERT INTO execution_days AS known
        (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
    VALUES
        (NEW.owner, floor(extract(epoch FROM NEW.created_at) / 86400)::bigint, NEW.template_id, NEW.version, NEW.provider, NEW.model, NEW.template_name, 0, 0,
         NEW.input_tokens, NEW.output_tokens, NEW.cost, 0)
    ON CONFLICT (owner, day, template_id, version, provider, model) DO UPDATE SET
        input_tokens = known.input_tokens + excluded.input_tokens, output_tokens = known.output_tokens + excluded.output_tokens,
        cost = COALESCE(known.cost + excluded.cost, known.cost, excluded.cost);
    RETURN NULL;
END $$;

CREATE TRIGGER judgement_usage_counted AFTER INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION count_judgement_usage();

-- Runs are listed by the versions of the templates that their steps used.
INSERT INTO run_keys (owner, key, created_at, run_id)
SELECT DISTINCT runs.owner, 'qxw' || replace(run_steps.template_id::text, '-', '') || 'v' || run_steps.version, runs.created_at, runs.id
FROM run_steps JOIN runs ON runs.id = run_steps.run_id
WHERE run_steps.template_id IS NOT NULL AND run_steps.version IS NOT NULL;

UPDATE runs SET keys = runs.keys || known.keys
FROM (SELECT run_id, string_agg(' ' || key, '') AS keys FROM run_keys WHERE substr(key, 1, 3) = 'qxw' GROUP BY run_id) AS known
WHERE known.run_id = runs.id;
