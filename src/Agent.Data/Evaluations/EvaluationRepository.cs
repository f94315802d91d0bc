using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Evaluations;

/// <summary>The life of an evaluation. Only its owner finds it.</summary>
public sealed class EvaluationRepository(IDatabase database, TimeProvider clock)
{
    private readonly Life life = new(EvaluationLife.Sql, database, clock);

    /// <summary>Stores the evaluation and a copy of the dataset's rows. Null when the dataset is not found, or has no rows or no evaluators.</summary>
    public Task<EvaluationRow?> StartAsync(NewEvaluation evaluation, CancellationToken cancellationToken) =>
        database.WriteAsync(new EvaluationBeginning(evaluation, clock.GetUtcNow()).RunAsync, cancellationToken);

    private const string FindSql = $"SELECT {EvaluationTable.Columns} FROM evaluations WHERE id = @Id AND owner = @Owner";

    public Task<EvaluationRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<EvaluationRow>(
                new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: token)),
            cancellationToken);

    /// <inheritdoc cref="Life.AppendEventsAsync"/>
    public Task<bool> AppendEventsAsync(Guid id, string owner, string node, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        life.AppendEventsAsync(id, owner, node, events, cancellationToken);

    /// <inheritdoc cref="EventTable.ReadAsync"/>
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(Guid id, long after, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => EvaluationLife.Events.ReadAsync(connection, id, after, token), cancellationToken);

    /// <inheritdoc cref="Life.RenewLeaseAsync"/>
    public Task<bool> RenewLeaseAsync(Guid id, string node, TimeSpan lease, CancellationToken cancellationToken) =>
        life.RenewLeaseAsync(id, node, lease, cancellationToken);

    /// <inheritdoc cref="Life.RequestCancelAsync"/>
    public Task<bool> RequestCancelAsync(string owner, Guid id, CancellationToken cancellationToken) => life.RequestCancelAsync(owner, id, cancellationToken);

    /// <inheritdoc cref="Life.InterruptAsync"/>
    public Task<int> InterruptAbandonedAsync(string? node, string text, string lastEvent, CancellationToken cancellationToken) =>
        life.InterruptAsync(node, text, lastEvent, cancellationToken);

    private const string ResumeSql =
        $"""
        UPDATE evaluations
        SET status = 'running', attempt = attempt + 1, node = @Node, running_until = @Until, cancel_requested_at = NULL, finished_at = NULL,
            error_code = NULL, error_text = NULL
        WHERE id = @Id AND owner = @Owner AND status IN ('failed', 'cancelled', 'interrupted')
        RETURNING {EvaluationTable.Columns}
        """;

    /// <summary>Claims one that ended before all its rows had results; of several who try, one gets it.</summary>
    /// <returns>The evaluation and its last stored event; null when it cannot be resumed.</returns>
    public Task<(EvaluationRow Evaluation, long LastSequence)?> ResumeAsync(
        string owner, Guid id, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Owner = owner, Node = node, Until = clock.GetUtcNow() + lease };
        return database.WriteAsync<(EvaluationRow, long)?>(
            async (connection, token) =>
                await connection.QuerySingleOrDefaultAsync<EvaluationRow>(new CommandDefinition(ResumeSql, values, cancellationToken: token)) is { } row
                    ? (row, await EvaluationLife.Events.LastSequenceAsync(connection, id, token))
                    : null,
            cancellationToken);
    }

    private const string DurationsSql = "SELECT duration_ms FROM evaluation_rows WHERE evaluation_id = @Id AND duration_ms IS NOT NULL ORDER BY duration_ms";

    private const string CompleteSql =
        """
        UPDATE evaluations
        SET status = @Status, running_until = NULL, finished_at = @Now, error_code = @ErrorCode, error_text = @ErrorText,
            duration_ms = duration_ms + @DurationMs, median_ms = @MedianMs
        WHERE id = @Id AND status = 'running' AND attempt = @Attempt
        """;

    /// <returns>False, and nothing stored, when it is no longer running, or in another attempt.</returns>
    public Task<bool> CompleteAsync(EvaluationCompletion completion, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var durations = (await connection.QueryAsync<long>(new CommandDefinition(DurationsSql, new { completion.Id }, cancellationToken: token))).AsList();
                var values = new DynamicParameters(completion);
                values.AddDynamicParams(new { Now = now, MedianMs = Median(durations) });
                if (await connection.ExecuteAsync(new CommandDefinition(CompleteSql, values, cancellationToken: token)) != 1)
                    return false;
                await EvaluationLife.Events.InsertAsync(connection, completion.Id, completion.Owner, completion.Events, now, token);
                return true;
            },
            cancellationToken);
    }

    /// <param name="sorted">The smallest first.</param>
    private static long? Median(List<long> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
