using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Runs;

/// <summary>The tables of runs, for the units that write several rows at once.</summary>
internal static class RunTable
{
    public const string Columns =
        """
        id, owner, pipeline_id, pipeline_name, pipeline_revision, status, inputs, output, error_code, error_text, input_tokens, output_tokens, cost,
        duration_ms, attempt, created_at, created_by, finished_at
        """;

    public const string StepColumns =
        """
        run_id, attempt, ordinal, name, kind, status, template_id, template_name, version, tool, provider, model, execution_id, ran_in, output,
        reason_code, reason, error_code, error_text, input_tokens, output_tokens, cost, duration_ms, started_at, finished_at
        """;

    public const string AttemptColumns = "number, source, note, pipeline_revision, snapshot, status, error_code, error_text, started_at, finished_at";

    /// <summary>To be set in an update of <c>runs</c>: what its executions took, those of every attempt.</summary>
    public const string Figures =
        """
        input_tokens = (SELECT COALESCE(SUM(executions.input_tokens), 0) FROM executions WHERE executions.run_id = runs.id),
        output_tokens = (SELECT COALESCE(SUM(executions.output_tokens), 0) FROM executions WHERE executions.run_id = runs.id),
        cost = CASE
            WHEN EXISTS (SELECT 1 FROM executions WHERE executions.run_id = runs.id AND executions.cost IS NULL) THEN NULL
            ELSE (SELECT COALESCE(SUM(executions.cost), 0) FROM executions WHERE executions.run_id = runs.id)
        END
        """;

    private const string InsertAttemptSql =
        """
        INSERT INTO run_attempts (run_id, number, owner, source, note, pipeline_revision, snapshot, status, started_at)
        VALUES (@RunId, @Number, @Owner, @Source, @Note, @PipelineRevision, @Snapshot, 'running', @Now)
        """;

    private const string InsertStepSql =
        $"""
        INSERT INTO run_steps ({StepColumns}, owner)
        VALUES (@RunId, @Attempt, @Ordinal, @Name, @Kind, @Status, @TemplateId, @TemplateName, @Version, @Tool, @Provider, @Model, @ExecutionId, @RanIn,
            @Output, @ReasonCode, @Reason, @ErrorCode, @ErrorText, @InputTokens, @OutputTokens, @Cost, @DurationMs, @StartedAt, @FinishedAt, @Owner)
        """;

    public static async Task InsertRunAttemptAsync(this DbConnection connection, NewRunAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            attempt.RunId,
            attempt.Number,
            attempt.Owner,
            attempt.Source,
            attempt.Note,
            attempt.PipelineRevision,
            attempt.Snapshot,
            Now = now,
        };
        await connection.ExecuteAsync(new CommandDefinition(InsertAttemptSql, values, cancellationToken: cancellationToken));
        foreach (var step in attempt.Steps)
        {
            var row = new DynamicParameters(step with { RunId = attempt.RunId, Attempt = attempt.Number });
            row.AddDynamicParams(new { attempt.Owner });
            await connection.ExecuteAsync(new CommandDefinition(InsertStepSql, row, cancellationToken: cancellationToken));
        }
    }

    // A process that was taken for dead must not write into an attempt that is no longer its own.
    private const string UpdateStepSql =
        """
        UPDATE run_steps
        SET status = @Status, provider = @Provider, model = @Model, execution_id = @ExecutionId, output = @Output, reason_code = @ReasonCode,
            reason = @Reason, error_code = @ErrorCode, error_text = @ErrorText, input_tokens = @InputTokens, output_tokens = @OutputTokens,
            cost = @Cost, duration_ms = @DurationMs, started_at = @StartedAt, finished_at = @FinishedAt
        WHERE run_id = @RunId AND attempt = @Attempt AND ordinal = @Ordinal
            AND EXISTS (SELECT 1 FROM runs WHERE runs.id = @RunId AND runs.attempt = @Attempt AND runs.status = 'running')
        """;

    public static async Task<bool> UpdateRunStepAsync(this DbConnection connection, RunStepRow step, CancellationToken cancellationToken)
    {
        if (await connection.ExecuteAsync(new CommandDefinition(UpdateStepSql, step, cancellationToken: cancellationToken)) != 1)
            return false;
        if (step.Provider is not null || step.Model is not null)
            await connection.UpdateRunKeysAsync(step.RunId, cancellationToken);
        return true;
    }
}
