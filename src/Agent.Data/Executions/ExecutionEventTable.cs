using System.Data.Common;
using Dapper;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Executions;

/// <summary>Events of executions, stored by the batch, one row each.</summary>
internal static class ExecutionEventTable
{
    private const string InsertSql =
        """
        INSERT INTO execution_events (execution_id, first_seq, last_seq, owner, payload, created_at)
        VALUES (@ExecutionId, @FirstSeq, @LastSeq, @Owner, @Payload, @Now)
        """;

    public static async Task InsertExecutionEventsAsync(
        this DbConnection connection, Guid id, string owner, IReadOnlyList<StoredEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
        {
            var values = new
            {
                ExecutionId = id,
                FirstSeq = events[0].Sequence,
                LastSeq = events[^1].Sequence,
                Owner = owner,
                Payload = EventPayload.Write(events),
                Now = now,
            };
            await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
        }
    }

    private const string ReadSql =
        """
        SELECT payload FROM execution_events
        WHERE execution_id = @ExecutionId AND last_seq > @After
        ORDER BY first_seq
        """;

    public static async Task<IReadOnlyList<StoredEvent>> ReadExecutionEventsAsync(
        this DbConnection connection, Guid id, long after, CancellationToken cancellationToken)
    {
        var payloads = await connection.QueryAsync<string>(
            new CommandDefinition(ReadSql, new { ExecutionId = id, After = after }, cancellationToken: cancellationToken));
        return [.. payloads.SelectMany(EventPayload.Read).Where(stored => stored.Sequence > after)];
    }

    private const string LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM execution_events WHERE execution_id = @ExecutionId";

    /// <summary>0 when nothing is stored.</summary>
    public static Task<long> LastExecutionSequenceAsync(this DbConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(LastSequenceSql, new { ExecutionId = id }, cancellationToken: cancellationToken));
}
