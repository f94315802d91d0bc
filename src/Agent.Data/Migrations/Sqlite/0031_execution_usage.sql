-- What ended executions took, counted by the transaction that ends them: per quarter of an hour, of which the days of every time zone are
-- made, and per UTC day with all that figures are asked by.
CREATE TABLE execution_quarters (
    owner text NOT NULL,
    quarter integer NOT NULL,
    executions integer NOT NULL,
    failed integer NOT NULL,
    input_tokens integer NOT NULL,
    output_tokens integer NOT NULL,
    cost real,
    PRIMARY KEY (owner, quarter)
) WITHOUT ROWID;

CREATE TABLE execution_days (
    owner text NOT NULL,
    day integer NOT NULL,
    template_id text NOT NULL,
    version integer NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    template_name text NOT NULL,
    executions integer NOT NULL,
    failed integer NOT NULL,
    input_tokens integer NOT NULL,
    output_tokens integer NOT NULL,
    cost real,
    duration_ms integer NOT NULL,
    PRIMARY KEY (owner, day, template_id, version, provider, model)
) WITHOUT ROWID;

INSERT INTO execution_quarters (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
SELECT owner, created_at / 900000000, COUNT(*), COUNT(CASE WHEN status = 'failed' THEN 1 END), SUM(input_tokens), SUM(output_tokens), SUM(cost)
FROM executions
WHERE status <> 'running'
GROUP BY 1, 2;

INSERT INTO execution_days
    (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
SELECT owner, created_at / 86400000000, template_id, version, provider, model, MAX(template_name), COUNT(*), COUNT(CASE WHEN status = 'failed' THEN 1 END),
    SUM(input_tokens), SUM(output_tokens), SUM(cost), SUM(COALESCE(duration_ms, 0))
FROM executions
WHERE status <> 'running'
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER execution_usage_counted AFTER UPDATE OF status ON executions WHEN OLD.status = 'running' AND NEW.status <> 'running'
BEGIN
    INSERT INTO execution_quarters (owner, quarter, executions, failed, input_tokens, output_tokens, cost)
    VALUES (NEW.owner, NEW.created_at / 900000000, 1, NEW.status = 'failed', NEW.input_tokens, NEW.output_tokens, NEW.cost)
    ON CONFLICT (owner, quarter) DO UPDATE SET
        executions = executions + 1, failed = failed + excluded.failed, input_tokens = input_tokens + excluded.input_tokens,
        output_tokens = output_tokens + excluded.output_tokens, cost = COALESCE(cost + excluded.cost, cost, excluded.cost);

    INSERT INTO execution_days
        (owner, day, template_id, version, provider, model, template_name, executions, failed, input_tokens, output_tokens, cost, duration_ms)
    VALUES
        (NEW.owner, NEW.created_at / 86400000000, NEW.template_id, NEW.version, NEW.provider, NEW.model, NEW.template_name, 1, NEW.status = 'failed',
         NEW.input_tokens, NEW.output_tokens, NEW.cost, COALESCE(NEW.duration_ms, 0))
    ON CONFLICT (owner, day, template_id, version, provider, model) DO UPDATE SET
        template_name = excluded.template_name, executions = executions + 1, failed = failed + excluded.failed,
        input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens,
        cost = COALESCE(cost + excluded.cost, cost, excluded.cost), duration_ms = duration_ms + excluded.duration_ms;
END;
