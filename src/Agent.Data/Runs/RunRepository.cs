using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Runs;

/// <summary>The life of a run: started, its steps stored as they end, completed, resumed. Only its owner finds it.</summary>
public sealed class RunRepository(IDatabase database, TimeProvider clock)
{
    private readonly Life life = new(RunLife.Sql, database, clock);

    private const string InsertSql =
        """
        INSERT INTO runs (id, owner, pipeline_id, pipeline_name, pipeline_revision, status, inputs, keys, attempt, node, running_until, created_at, created_by)
        VALUES (@RunId, @Owner, @PipelineId, @PipelineName, @PipelineRevision, 'running', @Inputs, @Keys, 1, @Node, @Until, @Now, @Owner)
        """;

    /// <param name="inputs">JSON object.</param>
    public Task StartAsync(Guid pipelineId, string inputs, NewRunAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var keys = await connection.FirstRunKeysAsync(pipelineId, attempt, token);
                var values = new
                {
                    attempt.RunId,
                    attempt.Owner,
                    PipelineId = pipelineId,
                    attempt.PipelineName,
                    attempt.PipelineRevision,
                    Inputs = inputs,
                    Keys = string.Join(' ', keys),
                    attempt.Node,
                    Until = now + attempt.Lease,
                    Now = now,
                };
                await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: token));
                await connection.InsertRunKeysAsync(attempt.RunId, keys, token);
                await connection.InsertRunAttemptAsync(attempt, now, token);
                return true;
            },
            cancellationToken);
    }

    private const string ResumeSql =
        """
        UPDATE runs
        SET status = 'running', attempt = @Number, pipeline_name = @PipelineName, pipeline_revision = @PipelineRevision, node = @Node,
            running_until = @Until, cancel_requested_at = NULL, finished_at = NULL, output = NULL, error_code = NULL, error_text = NULL
        WHERE id = @RunId AND owner = @Owner AND attempt = @Number - 1 AND status IN ('failed', 'cancelled', 'interrupted')
        """;

    /// <summary>Goes on with a run that has ended without being completed. Of several who do so at once one succeeds.</summary>
    /// <returns>The sequence of the last event before; null when it runs, is completed, or was resumed by somebody else.</returns>
    public Task<long?> ResumeAsync(NewRunAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            attempt.RunId,
            attempt.Owner,
            attempt.Number,
            attempt.PipelineName,
            attempt.PipelineRevision,
            attempt.Node,
            Until = now + attempt.Lease,
        };
        return database.WriteAsync<long?>(
            async (connection, token) =>
            {
                if (await connection.ExecuteAsync(new CommandDefinition(ResumeSql, values, cancellationToken: token)) != 1)
                    return null;
                await connection.InsertRunAttemptAsync(attempt, now, token);
                await connection.UpdateRunKeysAsync(attempt.RunId, token);
                return await RunLife.Events.LastSequenceAsync(connection, attempt.RunId, token);
            },
            cancellationToken);
    }

    /// <summary>Stores where a step is, and the events so far. False, and nothing stored, when the attempt is no longer running.</summary>
    public Task<bool> SaveStepAsync(string owner, RunStepRow step, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) =>
            {
                if (!await connection.UpdateRunStepAsync(step, token))
                    return false;
                await RunLife.Events.InsertAsync(connection, step.RunId, owner, events, clock.GetUtcNow(), token);
                return true;
            },
            cancellationToken);

    /// <inheritdoc cref="Life.AppendEventsAsync"/>
    public Task<bool> AppendEventsAsync(Guid id, string owner, string node, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        life.AppendEventsAsync(id, owner, node, events, cancellationToken);

    /// <inheritdoc cref="Life.RenewLeaseAsync"/>
    public Task<bool> RenewLeaseAsync(Guid id, string node, TimeSpan lease, CancellationToken cancellationToken) =>
        life.RenewLeaseAsync(id, node, lease, cancellationToken);

    /// <inheritdoc cref="Life.RequestCancelAsync"/>
    public Task<bool> RequestCancelAsync(string owner, Guid id, CancellationToken cancellationToken) => life.RequestCancelAsync(owner, id, cancellationToken);

    /// <inheritdoc cref="Life.InterruptAsync"/>
    public Task<int> InterruptAbandonedAsync(string? node, string text, string lastEvent, CancellationToken cancellationToken) =>
        life.InterruptAsync(
            node, text, lastEvent, cancellationToken, (connection, run, now, token) => connection.InterruptAttemptAsync(run, text, now, token));

    private const string CompleteSql =
        $"""
        UPDATE runs
        SET status = @Status, running_until = NULL, finished_at = @Now, output = @Output, error_code = @ErrorCode, error_text = @ErrorText,
            duration_ms = duration_ms + @DurationMs, {RunTable.Figures}
        WHERE id = @Id AND attempt = @Attempt AND status = 'running'
        """;

    private const string CompleteAttemptSql =
        """
        UPDATE run_attempts SET status = @Status, error_code = @ErrorCode, error_text = @ErrorText, finished_at = @Now
        WHERE run_id = @Id AND number = @Attempt
        """;

    /// <returns>False, and nothing stored, when the attempt is no longer running.</returns>
    public Task<bool> CompleteAsync(RunCompletion completion, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            completion.Id,
            completion.Attempt,
            completion.Status,
            completion.Output,
            completion.ErrorCode,
            completion.ErrorText,
            completion.DurationMs,
            Now = now,
        };
        return database.WriteAsync(
            async (connection, token) =>
            {
                foreach (var step in completion.Steps)
                    await connection.UpdateRunStepAsync(step, token);
                if (await connection.ExecuteAsync(new CommandDefinition(CompleteSql, values, cancellationToken: token)) != 1)
                    return false;
                await connection.ExecuteAsync(new CommandDefinition(CompleteAttemptSql, values, cancellationToken: token));
                await RunLife.Events.InsertAsync(connection, completion.Id, completion.Owner, completion.Events, now, token);
                return true;
            },
            cancellationToken);
    }
}
