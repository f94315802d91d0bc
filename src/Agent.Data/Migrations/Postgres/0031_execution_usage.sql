-- What ended executions took, counted by the transaction that ends them: per quarter of an hour, of which the days of every time zone are
-- made, and per UTC day with all that figures are asked by.
CREATE TABLE execution_quarters (
    owner text NOT NULL,
    quarter bigint NOT NULL,
    executions bigint NOT NULL,
    failed bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric,
    PRIMARY KEY (owner, quarter)
) WITH (fillfactor = 80);

CREATE TABLE execution_days (
    owner text NOT NULL,
    day bigint NOT NULL,
    template_id uuid NOT NULL,
    version integer NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    template_name text NOT NULL,
    executions bigint NOT NULL,
    failed bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric,
    duration_ms bigint NOT NULL,
    PRIMARY KEY (owner, day, template_id, version, provider, model)
) WITH (fillfactor = 80);

INSERT INTO execution_quarters (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
SELECT owner, floor(extract(epoch FROM created_at) / 900)::bigint, COUNT(*), COUNT(CASE WHEN status = 'failed' THEN 1 END), SUM(input_tokens),
    SUM(output_tokens), SUM(cost)
FROM executions
WHERE status <> 'running'
GROUP BY 1, 2;

INSERT INTO execution_days
    (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
SELECT owner, floor(extract(epoch FROM created_at) / 86400)::bigint, template_id, version, provider, model, MAX(template_name), COUNT(*),
    COUNT(CASE WHEN status = 'failed' THEN 1 END), SUM(input_tokens), SUM(output_tokens), SUM(cost), SUM(COALESCE(duration_ms, 0))
FROM executions
WHERE status <> 'running'
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE FUNCTION count_execution_usage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    failure bigint := CASE WHEN NEW.status = 'failed' THEN 1 ELSE 0 END;
BEGIN
    INSERT INTO execution_quarters AS known (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
    VALUES (NEW.owner, floor(extract(epoch FROM NEW.created_at) / 900)::bigint, 1, failure, NEW.input_tokens, NEW.output_tokens, NEW.cost)
    ON CONFLICT (owner, quarter) DO UPDATE SET
        executions = known.executions + 1, failed = known.failed + excluded.failed, input_tokens = known.input_tokens + excluded.input_tokens,
        output_tokens = known.output_tokens + excluded.output_tokens, cost = COALESCE(known.cost + excluded.cost, known.cost, excluded.cost);

    INSERT INTO execution_days AS known
        (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
    VALUES
        (NEW.owner, floor(extract(epoch FROM NEW.created_at) / 86400)::bigint, NEW.template_id, NEW.version, NEW.provider, NEW.model, NEW.template_name, 1,
         failure, NEW.input_tokens, NEW.output_tokens, NEW.cost, COALESCE(NEW.duration_ms, 0))
    ON CONFLICT (owner, day, template_id, version, provider, model) DO UPDATE SET
        template_name = excluded.template_name, executions = known.executions + 1, failed = known.failed + excluded.failed,
        input_tokens = known.input_tokens + excluded.input_tokens, output_tokens = known.output_tokens + excluded.output_tokens,
        cost = COALESCE(known.cost + excluded.cost, known.cost, excluded.cost), duration_ms = known.duration_ms + excluded.duration_ms;
    RETURN NULL;
END $$;

CREATE TRIGGER execution_usage_counted AFTER UPDATE OF status ON executions FOR EACH ROW
WHEN (OLD.status = 'running' AND NEW.status <> 'running') EXECUTE FUNCTION count_execution_usage();
