using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Turns;

/// <summary>What executions, evaluations and runs have in common while they run. A turn differs: its lease is on its conversation.</summary>
internal sealed class Life(LifeSql sql, IDatabase database, TimeProvider clock)
{
    /// <summary>Stores a batch of events. False, and nothing stored, when it is no longer running, or another process has it.</summary>
    public Task<bool> AppendEventsAsync(Guid id, string owner, string? node, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) =>
            {
                var isRunning = await connection.ExecuteScalarAsync<int?>(
                    new CommandDefinition(sql.IsRunning, new { Id = id, Node = node }, cancellationToken: token)) is not null;
                if (isRunning)
                    await sql.Events.InsertAsync(connection, id, owner, events, clock.GetUtcNow(), token);
                return isRunning;
            },
            cancellationToken);

    /// <returns>True when it should stop: its owner asked for that, it was taken for dead, or another process has it.</returns>
    public async Task<bool> RenewLeaseAsync(Guid id, string? node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Node = node, Until = clock.GetUtcNow() + lease };
        var isCancelled = await database.WriteAsync(
            (connection, token) => connection.ExecuteScalarAsync<int?>(new CommandDefinition(sql.Renew, values, cancellationToken: token)), cancellationToken);
        return isCancelled is not 0;
    }

    /// <summary>Asks it to stop, on whichever node it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> RequestCancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Owner = owner, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql.RequestCancel, values, cancellationToken: token)), cancellationToken) == 1;
    }

    /// <summary>Ends what nobody runs any more.</summary>
    /// <param name="node">This process at its start: all that its last life left behind. Null: all whose lease has run out.</param>
    /// <param name="text">Told as the reason.</param>
    /// <param name="lastEvent">One line of JSON, stored behind anything that a viewer may have seen.</param>
    /// <param name="endParts">What else ends with one of them, at the time that is given.</param>
    /// <returns>How many there were.</returns>
    public Task<int> InterruptAsync(
        string? node, string text, string lastEvent, CancellationToken cancellationToken,
        Func<DbConnection, EndedLife, DateTimeOffset, CancellationToken, Task>? endParts = null)
    {
        var now = clock.GetUtcNow();
        var command = node is null ? sql.EndExpired : sql.EndOfNode;
        return database.WriteAsync(
            async (connection, token) =>
            {
                var values = new { Node = node, Now = now, Text = text };
                var ended = (await connection.QueryAsync<EndedLife>(new CommandDefinition(command, values, cancellationToken: token))).AsList();
                foreach (var one in ended)
                {
                    if (endParts is not null)
                        await endParts(connection, one, now, token);
                    await sql.Events.InsertLastAsync(connection, one.Id, one.Owner, lastEvent, now, token);
                }

                return ended.Count;
            },
            cancellationToken);
    }
}
