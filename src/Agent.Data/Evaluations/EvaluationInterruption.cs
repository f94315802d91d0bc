using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Evaluations;

/// <summary>Ends evaluations that nobody runs any more; their results stay, and they can be resumed.</summary>
public sealed class EvaluationInterruption(IDatabase database, TimeProvider clock)
{
    // Far above anything that a viewer may have seen before it was stored.
    private const long SequenceGap = 10_000;

    private const string OfNodeSql =
        """
        UPDATE evaluations
        SET status = 'interrupted', running_until = NULL, finished_at = @Now, error_code = 'interrupted', error_text = @Text
        WHERE running_until IS NOT NULL AND node = @Node
        RETURNING id, owner
        """;

    private const string ExpiredSql =
        """
        UPDATE evaluations
        SET status = 'interrupted', running_until = NULL, finished_at = @Now, error_code = 'interrupted', error_text = @Text
        WHERE running_until < @Now
        RETURNING id, owner
        """;

    /// <param name="node">This process at its start: all that its last life left behind. Null: all whose lease has run out.</param>
    /// <param name="text">Told as the reason.</param>
    /// <param name="lastEvent">One line of JSON, stored behind anything that a viewer may have seen.</param>
    /// <returns>How many there were.</returns>
    public Task<int> InterruptAsync(string? node, string text, string lastEvent, CancellationToken cancellationToken)
    {
        var values = new { Node = node, Now = clock.GetUtcNow(), Text = text };
        return database.WriteAsync(
            async (connection, token) =>
            {
                var ended = (await connection.QueryAsync<Ended>(
                    new CommandDefinition(node is null ? ExpiredSql : OfNodeSql, values, cancellationToken: token))).AsList();
                foreach (var evaluation in ended)
                    await StoreAsync(connection, evaluation, lastEvent, values.Now, token);
                return ended.Count;
            },
            cancellationToken);
    }

    private static async Task StoreAsync(DbConnection connection, Ended evaluation, string lastEvent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sequence = await connection.LastEvaluationSequenceAsync(evaluation.Id, cancellationToken) + SequenceGap;
        await connection.InsertEvaluationEventsAsync(evaluation.Id, evaluation.Owner, [new(sequence, lastEvent)], now, cancellationToken);
    }

    internal sealed record Ended
    {
        public required Guid Id { get; init; }

        public required string Owner { get; init; }
    }
}
