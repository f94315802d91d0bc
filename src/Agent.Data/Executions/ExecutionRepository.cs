using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Executions;

/// <summary>The life of an execution. Only its owner finds it.</summary>
public sealed class ExecutionRepository(IDatabase database, TimeProvider clock)
{
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
             run_id, pipeline_id, step_name, evaluation_id)
        VALUES
            (@Id, @Owner, @TemplateId, @TemplateName, @Version, @VersionHash, @Label, @RerunOf, 'running', @Provider, @Fallback, @Provider, @Model,
             @Node, @Until, @Now, @Owner, @RequestedModel, @Parameters, @Variables, @SystemPrompt, @Prompt,
             @RunId, @PipelineId, @StepName, @EvaluationId)
        """;

    private const string TagSql =
        """
        INSERT INTO execution_tags (owner, tag, created_at, execution_id)
        SELECT @Owner, tag, @Now, @Id FROM template_tags WHERE template_id = @TemplateId
        """;

    public Task StartAsync(NewExecution execution, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new DynamicParameters(execution);
        values.AddDynamicParams(new { Now = now, Until = now + execution.Lease });
        return database.WriteAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: token));
                return await connection.ExecuteAsync(new CommandDefinition(TagSql, values, cancellationToken: token));
            },
            cancellationToken);
    }

    private const string FindSql = $"SELECT {Columns} FROM executions WHERE id = @Id AND owner = @Owner";

    public Task<ExecutionRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ExecutionRow>(
                new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: token)),
            cancellationToken);

    private const string IsRunningSql = "SELECT 1 FROM executions WHERE id = @Id AND status = 'running'";

    /// <summary>Stores a batch of events. False, and nothing stored, when it is no longer running.</summary>
    public Task<bool> AppendEventsAsync(Guid id, string owner, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) =>
            {
                var isRunning = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(IsRunningSql, new { Id = id }, cancellationToken: token)) is not null;
                if (isRunning)
                    await connection.InsertExecutionEventsAsync(id, owner, events, clock.GetUtcNow(), token);
                return isRunning;
            },
            cancellationToken);

    /// <summary>Events with a sequence above <paramref name="after"/>, in order.</summary>
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(Guid id, long after, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.ReadExecutionEventsAsync(id, after, token), cancellationToken);

    private const string RenewSql =
        """
        UPDATE executions SET running_until = @Until
        WHERE id = @Id AND status = 'running'
        RETURNING CASE WHEN cancel_requested_at IS NULL THEN 0 ELSE 1 END
        """;

    /// <returns>True when it should stop: its owner asked for that, or it was taken for dead.</returns>
    public async Task<bool> RenewLeaseAsync(Guid id, TimeSpan lease, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Until = clock.GetUtcNow() + lease };
        var isCancelled = await database.WriteAsync(
            (connection, token) => connection.ExecuteScalarAsync<int?>(new CommandDefinition(RenewSql, values, cancellationToken: token)), cancellationToken);
        return isCancelled is not 0;
    }

    private const string CancelSql =
        """
        UPDATE executions SET cancel_requested_at = COALESCE(cancel_requested_at, @Now)
        WHERE id = @Id AND owner = @Owner AND status = 'running'
        """;

    /// <summary>Asks it to stop, on whichever node it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> RequestCancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Owner = owner, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(CancelSql, values, cancellationToken: token)), cancellationToken) == 1;
    }

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
                await connection.InsertExecutionEventsAsync(completion.Id, completion.Owner, completion.Events, now, token);
                return true;
            },
            cancellationToken);
    }
}
