using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>Events are stored by the batch, one row each.</summary>
internal static class TurnEventTable
{
    private const string InsertSql =
        """
        INSERT INTO turn_events (turn_id, first_seq, last_seq, owner, payload, created_at)
        VALUES (@TurnId, @FirstSeq, @LastSeq, @Owner, @Payload, @CreatedAt)
        """;

    public static async Task InsertEventsAsync(
        this DbConnection connection,
        Guid turnId,
        string owner,
        IReadOnlyList<StoredEvent> events,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return;
        var values = new
        {
            TurnId = turnId,
            FirstSeq = events[0].Sequence,
            LastSeq = events[^1].Sequence,
            Owner = owner,
            Payload = EventPayload.Write(events),
            CreatedAt = now,
        };
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
    }

    private const string ReadSql =
        """
        SELECT payload FROM turn_events
        WHERE turn_id = @TurnId AND last_seq > @After
        ORDER BY first_seq
        """;

    public static async Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(
        this DbConnection connection, Guid turnId, long after, CancellationToken cancellationToken)
    {
        var values = new { TurnId = turnId, After = after };
        var payloads = await connection.QueryAsync<string>(new CommandDefinition(ReadSql, values, cancellationToken: cancellationToken));
        return [.. payloads.SelectMany(EventPayload.Read).Where(stored => stored.Sequence > after)];
    }

    private const string LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM turn_events WHERE turn_id = @TurnId";

    /// <summary>0 when nothing is stored.</summary>
    public static Task<long> LastSequenceAsync(this DbConnection connection, Guid turnId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(
            new CommandDefinition(LastSequenceSql, new { TurnId = turnId }, cancellationToken: cancellationToken));
}
