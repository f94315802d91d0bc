using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Runs;

/// <summary>Ends runs that nobody drives any more, so that they can be resumed.</summary>
public sealed class RunInterruption(IDatabase database, TimeProvider clock)
{
    // Far above anything that a viewer may have seen before it was stored.
    private const long SequenceGap = 10_000;

    private const string End =
        $"""
        UPDATE runs
        SET status = 'interrupted', running_until = NULL, finished_at = @Now, error_code = 'interrupted', error_text = @Text, {RunTable.Figures}
        """;

    private const string OfNodeSql = $"{End} WHERE running_until IS NOT NULL AND node = @Node RETURNING id, owner, attempt";

    private const string ExpiredSql = $"{End} WHERE running_until < @Now RETURNING id, owner, attempt";

    private const string EndAttemptSql =
        """
        UPDATE run_attempts SET status = 'interrupted', error_code = 'interrupted', error_text = @Text, finished_at = @Now
        WHERE run_id = @Id AND number = @Attempt
        """;

    private const string EndRunningSql =
        "UPDATE run_steps SET status = 'interrupted', finished_at = @Now WHERE run_id = @Id AND attempt = @Attempt AND status = 'running'";

    private const string EndPendingSql =
        """
        UPDATE run_steps SET status = 'skipped', reason_code = 'ended', reason = @Text
        WHERE run_id = @Id AND attempt = @Attempt AND status = 'pending'
        """;

    /// <param name="node">This process at its start: all that its last life left behind. Null: all whose lease has run out.</param>
    /// <param name="text">Told as the reason.</param>
    /// <param name="lastEvent">One line of JSON, stored behind anything that a viewer may have seen.</param>
    /// <returns>How many there were.</returns>
    public Task<int> InterruptAsync(string? node, string text, string lastEvent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var ended = (await connection.QueryAsync<Ended>(new CommandDefinition(
                    node is null ? ExpiredSql : OfNodeSql, new { Node = node, Now = now, Text = text }, cancellationToken: token))).AsList();
                foreach (var run in ended)
                    await StoreAsync(connection, run, text, lastEvent, now, token);
                return ended.Count;
            },
            cancellationToken);
    }

    private static async Task StoreAsync(
        DbConnection connection, Ended run, string text, string lastEvent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { run.Id, run.Attempt, Text = text, Now = now };
        await connection.ExecuteAsync(new CommandDefinition(EndAttemptSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(EndRunningSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(EndPendingSql, values, cancellationToken: cancellationToken));
        var sequence = await connection.LastRunSequenceAsync(run.Id, cancellationToken) + SequenceGap;
        await connection.InsertRunEventsAsync(run.Id, run.Owner, [new(sequence, lastEvent)], now, cancellationToken);
    }

    internal sealed record Ended
    {
        public required Guid Id { get; init; }

        public required string Owner { get; init; }

        public int Attempt { get; init; }
    }
}
