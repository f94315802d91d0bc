using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>Where events are kept, by the batch, one row each. Turns, executions, evaluations and runs each have a table of the same shape.</summary>
internal sealed class EventTable
{
    // Far above anything that a viewer may have seen before it was stored.
    private const long SequenceGap = 10_000;

    /// <summary>With Id, FirstSeq, LastSeq, Owner, Payload and Now.</summary>
    public required string InsertSql { get; init; }

    /// <summary>With Id and After: the payloads in order.</summary>
    public required string ReadSql { get; init; }

    /// <summary>With Id: 0 when nothing is stored.</summary>
    public required string LastSequenceSql { get; init; }

    public async Task InsertAsync(
        DbConnection connection, Guid id, string owner, IReadOnlyList<StoredEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return;
        var values = new
        {
            Id = id,
            FirstSeq = events[0].Sequence,
            LastSeq = events[^1].Sequence,
            Owner = owner,
            Payload = EventPayload.Write(events),
            Now = now,
        };
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
    }

    /// <summary>Stores the last event behind anything that a viewer may have seen.</summary>
    /// <param name="json">One line.</param>
    public async Task InsertLastAsync(DbConnection connection, Guid id, string owner, string json, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sequence = await LastSequenceAsync(connection, id, cancellationToken) + SequenceGap;
        await InsertAsync(connection, id, owner, [new(sequence, json)], now, cancellationToken);
    }

    /// <summary>Events with a sequence above <paramref name="after"/>, in order.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(DbConnection connection, Guid id, long after, CancellationToken cancellationToken)
    {
        var values = new { Id = id, After = after };
        var payloads = await connection.QueryAsync<string>(new CommandDefinition(ReadSql, values, cancellationToken: cancellationToken));
        return [.. payloads.SelectMany(EventPayload.Read).Where(stored => stored.Sequence > after)];
    }

    /// <summary>0 when nothing is stored.</summary>
    public Task<long> LastSequenceAsync(DbConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(LastSequenceSql, new { Id = id }, cancellationToken: cancellationToken));
}
