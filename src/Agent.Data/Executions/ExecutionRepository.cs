using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Search;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Executions;

/// <summary>The life of an execution. Only its owner finds it.</summary>
public sealed class ExecutionRepository(IDatabase database, TimeProvider clock)
{
    private readonly Life life = new(ExecutionLife.Sql, database, clock);

    internal const string SummaryColumns =
        """
        id, owner, template_id, template_name, version, version_hash, label, rerun_of, status, requested_provider, fallback, provider, model,
        fallback_reason, retries, error_code, error_text, input_tokens, output_tokens, cost, first_token_ms, duration_ms,
        created_at, created_by, finished_at, run_id, pipeline_id, step_name, evaluation_id
        """;

    private const string Columns = $"{SummaryColumns}, requested_model, parameters, variables, system_prompt, prompt, output";

    private const string InsertSql =
        """
        INSERT INTO executions
            (id, owner, template_id, template_name, version, version_hash, label, rerun_of, status, requested_provider, fallback, provider, model,
             node, running_until, created_at, created_by, requested_model, parameters, variables, system_prompt, prompt,
             run_id, pipeline_id, step_name, evaluation_id, evaluation_row, keys)
        VALUES
            (@Id, @Owner, @TemplateId, @TemplateName, @Version, @VersionHash, @Label, @RerunOf, 'running', @Provider, @Fallback, @Provider, @Model,
             @Node, @Until, @Now, @Owner, @RequestedModel, @Parameters, @Variables, @SystemPrompt, @Prompt,
             @RunId, @PipelineId, @StepName, @EvaluationId, @EvaluationRow, @Keys)
        """;

    private const string TagsSql = "SELECT tag FROM template_tags WHERE template_id = @TemplateId";

    private const string InsertTagSql = "INSERT INTO execution_tags (owner, tag, created_at, execution_id) VALUES (@Owner, @Tag, @Now, @Id)";

    public Task StartAsync(NewExecution execution, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var tags = (await connection.QueryAsync<string>(new CommandDefinition(TagsSql, new { execution.TemplateId }, cancellationToken: token))).AsList();
                var values = new DynamicParameters(execution);
                values.AddDynamicParams(new { Now = now, Until = now + execution.Lease, Keys = string.Join(' ', tags.Select(SearchKey.Tag)) });
                await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: token));
                var rows = tags.Select(tag => new { execution.Owner, Tag = tag, Now = now, execution.Id });
                return await connection.ExecuteAsync(new CommandDefinition(InsertTagSql, rows, cancellationToken: token));
            },
            cancellationToken);
    }

    private const string FindSql = $"SELECT {Columns} FROM executions WHERE id = @Id AND owner = @Owner";

    public Task<ExecutionRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ExecutionRow>(
                new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: token)),
            cancellationToken);

    private const string CompletedOfRowSql =
        $"""
        SELECT {Columns} FROM executions
        WHERE evaluation_id = @EvaluationId AND evaluation_row = @Row AND owner = @Owner AND status = 'completed'
        ORDER BY created_at DESC, id DESC
        LIMIT 1
        """;

    /// <summary>The last answer that a model gave for a row of an evaluation; null when it gave none.</summary>
    public Task<ExecutionRow?> FindCompletedAsync(string owner, Guid evaluationId, int row, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ExecutionRow>(
                new CommandDefinition(CompletedOfRowSql, new { Owner = owner, EvaluationId = evaluationId, Row = row }, cancellationToken: token)),
            cancellationToken);

    /// <inheritdoc cref="Life.AppendEventsAsync"/>
    public Task<bool> AppendEventsAsync(Guid id, string owner, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        life.AppendEventsAsync(id, owner, node: null, events, cancellationToken);

    /// <inheritdoc cref="EventTable.ReadAsync"/>
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(Guid id, long after, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ExecutionLife.Events.ReadAsync(connection, id, after, token), cancellationToken);

    /// <inheritdoc cref="Life.RenewLeaseAsync"/>
    public Task<bool> RenewLeaseAsync(Guid id, TimeSpan lease, CancellationToken cancellationToken) =>
        life.RenewLeaseAsync(id, node: null, lease, cancellationToken);

    /// <inheritdoc cref="Life.RequestCancelAsync"/>
    public Task<bool> RequestCancelAsync(string owner, Guid id, CancellationToken cancellationToken) => life.RequestCancelAsync(owner, id, cancellationToken);

    /// <inheritdoc cref="Life.InterruptAsync"/>
    public Task<int> InterruptAbandonedAsync(string? node, string text, string lastEvent, CancellationToken cancellationToken) =>
        life.InterruptAsync(node, text, lastEvent, cancellationToken);

    private const string CompleteSql =
        """
        UPDATE executions
        SET status = @Status, running_until = NULL, finished_at = @Now, provider = @Provider, model = @Model, output = @Output,
            fallback_reason = @FallbackReason, retries = @Retries, error_code = @ErrorCode, error_text = @ErrorText, input_tokens = @InputTokens,
            output_tokens = @OutputTokens, cost = @Cost, first_token_ms = @FirstTokenMs, duration_ms = @DurationMs
        WHERE id = @Id AND status = 'running'
        """;

    /// <returns>False, and nothing stored, when it is no longer running.</returns>
    public Task<bool> CompleteAsync(ExecutionCompletion completion, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            completion.Id,
            completion.Status,
            completion.Provider,
            completion.Model,
            completion.Output,
            completion.FallbackReason,
            completion.Retries,
            completion.ErrorCode,
            completion.ErrorText,
            completion.InputTokens,
            completion.OutputTokens,
            completion.Cost,
            completion.FirstTokenMs,
            completion.DurationMs,
            Now = now,
        };
        return database.WriteAsync(
            async (connection, token) =>
            {
                if (await connection.ExecuteAsync(new CommandDefinition(CompleteSql, values, cancellationToken: token)) != 1)
                    return false;
                await ExecutionLife.Events.InsertAsync(connection, completion.Id, completion.Owner, completion.Events, now, token);
                return true;
            },
            cancellationToken);
    }
}
