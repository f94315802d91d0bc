using PromptLab.Data.Deliveries;

namespace PromptLab.Host.Deliveries;

/// <param name="Key">What it tells of; the same key is enqueued once.</param>
/// <param name="Status"><c>pending</c>, <c>delivered</c>, <c>failed</c>.</param>
/// <param name="NextAttemptAt">Null when it is over.</param>
public sealed record DeliveryDto(
    Guid Id, string Key, string Channel, string Status, int Attempts, string? LastError,
    DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? FinishedAt)
{
    internal static DeliveryDto Of(DeliveryRow row) => new(
        row.Id, row.Key, row.Channel, row.Status, row.Attempts, row.LastError,
        row.CreatedAt, row.Status == DeliveryStatus.Pending ? row.AvailableAt : null, row.FinishedAt);
}
