using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Deliveries;

/// <summary>The outbox, for the units that store a message along with what it tells.</summary>
internal static class DeliveryTable
{
    public const string Columns = "id, key, channel, payload, status, attempts, node, available_at, last_error, created_at, finished_at";

    private const string EnqueueSql =
        """
        INSERT INTO deliveries (id, key, channel, payload, status, available_at, created_at)
        VALUES (@Id, @Key, @Channel, @Payload, 'pending', @Now, @Now)
        ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>False when the key was enqueued before.</summary>
    public static async Task<bool> EnqueueDeliveryAsync(
        this DbConnection connection, NewDelivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { Id = Guid.CreateVersion7(now), delivery.Key, delivery.Channel, delivery.Payload, Now = now };
        return await connection.ExecuteAsync(new CommandDefinition(EnqueueSql, values, cancellationToken: cancellationToken)) == 1;
    }

    private const string ChangeSql =
        """
        UPDATE deliveries
        SET status = @Status, attempts = @Attempts, available_at = @AvailableAt, last_error = @LastError, finished_at = @FinishedAt
        WHERE id = @Id AND status = 'pending' AND node = @Node AND attempts = @Held
        """;

    /// <summary>False when the process that writes no longer holds the delivery.</summary>
    /// <param name="held">The delivery as it was claimed.</param>
    public static async Task<bool> ChangeDeliveryAsync(
        this DbConnection connection, DeliveryRow held, DeliveryRow changed, CancellationToken cancellationToken)
    {
        var values = new
        {
            held.Id,
            held.Node,
            Held = held.Attempts,
            changed.Status,
            changed.Attempts,
            changed.AvailableAt,
            changed.LastError,
            changed.FinishedAt,
        };
        return await connection.ExecuteAsync(new CommandDefinition(ChangeSql, values, cancellationToken: cancellationToken)) == 1;
    }
}
