using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>Events are stored by the batch, one row each: its payload holds a line <c>sequence TAB json</c> per event.</summary>
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
            Payload = Write(events),
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
        return [.. payloads.SelectMany(Read).Where(stored => stored.Sequence > after)];
    }

    private const string LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM turn_events WHERE turn_id = @TurnId";

    /// <summary>0 when nothing is stored.</summary>
    public static Task<long> LastSequenceAsync(this DbConnection connection, Guid turnId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(
            new CommandDefinition(LastSequenceSql, new { TurnId = turnId }, cancellationToken: cancellationToken));

    private static string Write(IReadOnlyList<StoredEvent> events)
    {
        var payload = new StringBuilder(events.Sum(stored => stored.Json.Length + 8));
        foreach (var (sequence, json) in events)
            payload.Append(CultureInfo.InvariantCulture, $"{sequence}\t").Append(json).Append('\n');
        return payload.ToString();
    }

    private static IEnumerable<StoredEvent> Read(string payload)
    {
        foreach (var line in payload.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return new(long.Parse(line.AsSpan(0, tab), CultureInfo.InvariantCulture), line[(tab + 1)..]);
        }
    }
}
