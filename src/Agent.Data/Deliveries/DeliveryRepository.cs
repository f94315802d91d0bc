using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Operators;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Deliveries;

/// <summary>The outbox as its sender and its readers use it.</summary>
public sealed class DeliveryRepository(IDatabase database, OperatorDesk operators, TimeProvider clock)
{
    /// <summary>False when the key was enqueued before.</summary>
    public Task<bool> EnqueueAsync(NewDelivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync((connection, token) => connection.EnqueueDeliveryAsync(delivery, now, token), cancellationToken);
    }

    private const string ToDoSql =
        """
        SELECT id FROM deliveries
        WHERE status = 'pending' AND available_at <= @Now
        ORDER BY available_at, id
        LIMIT @Limit
        """;

    /// <summary>What may be sent now, oldest first.</summary>
    public Task<IReadOnlyList<Guid>> ToDoAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Now = clock.GetUtcNow(), Limit = limit };
                var ids = await connection.QueryAsync<Guid>(new CommandDefinition(ToDoSql, values, cancellationToken: token));
                return (IReadOnlyList<Guid>)ids.AsList();
            },
            cancellationToken);

    private const string ClaimSql =
        $"""
        UPDATE deliveries SET node = @Node, attempts = attempts + 1, available_at = @Until
        WHERE id = @Id AND status = 'pending' AND available_at <= @Now
        RETURNING {DeliveryTable.Columns}
        """;

    /// <summary>Takes a delivery for one attempt, which must end within the lease. Null when another process has it.</summary>
    public Task<DeliveryRow?> ClaimAsync(Guid id, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new { Id = id, Node = node, Until = now + lease, Now = now };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<DeliveryRow>(
                new CommandDefinition(ClaimSql, values, cancellationToken: token)),
            cancellationToken);
    }

    /// <summary>It has been received. False when the claim was lost before.</summary>
    public Task<bool> CompleteAsync(DeliveryRow held, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            (connection, token) => connection.ChangeDeliveryAsync(
                held, held with { Status = DeliveryStatus.Delivered, FinishedAt = now, LastError = null }, token),
            cancellationToken);
    }

    /// <summary>It is tried again after a pause. False when the claim was lost before.</summary>
    public Task<bool> PutBackAsync(DeliveryRow held, TimeSpan pause, string? error, CancellationToken cancellationToken)
    {
        var changed = held with { AvailableAt = clock.GetUtcNow() + pause, LastError = error };
        return database.WriteAsync((connection, token) => connection.ChangeDeliveryAsync(held, changed, token), cancellationToken);
    }

    /// <summary>Gives up, and tells the operators in the same transaction. False when the claim was lost before.</summary>
    public async Task<bool> FailAsync(DeliveryRow held, string error, OperatorNotice notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isFailed = await database.WriteAsync(
            async (connection, token) =>
            {
                if (!await connection.ChangeDeliveryAsync(
                        held, held with { Status = DeliveryStatus.Failed, FinishedAt = now, LastError = error }, token))
                    return false;
                await operators.TellAsync(connection, notice, without: held.Channel, now, token);
                return true;
            },
            cancellationToken);
        operators.Told();
        return isFailed;
    }

    private const string TakeOverSql =
        """
        UPDATE deliveries SET available_at = @Now
        WHERE status = 'pending' AND available_at > @Now AND node <> @Node AND last_error IS NULL
        """;

    /// <summary>For a process that is the only one: what the last one was sending need not wait for its lease.</summary>
    public Task<int> TakeOverAsync(string node, CancellationToken cancellationToken)
    {
        var values = new { Node = node, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(TakeOverSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string ListSql =
        $"""
        SELECT {DeliveryTable.Columns} FROM deliveries
        WHERE id < @Before AND (@Status IS NULL OR status = @Status)
        ORDER BY id DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    /// <param name="status">One of <see cref="DeliveryStatus"/>; null for all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DeliveryRow>> ListAsync(string? status, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new { Status = status, Before = DeliveryCursor.Read(cursor), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<DeliveryRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<DeliveryRow>.Of(rows.AsList(), limit, DeliveryCursor.Write);
    }
}
