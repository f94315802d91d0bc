using PromptLab.Data.Schedules;

namespace PromptLab.Host.Schedules;

/// <param name="Slot">The scheduled moment, or when it was asked for.</param>
/// <param name="Status"><c>running</c>, <c>succeeded</c>, <c>failed</c>, <c>missed</c>.</param>
/// <param name="Node">The process that made the last attempt.</param>
public sealed record ScheduleRunDto(
    Guid Id, DateTimeOffset Slot, string Status, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int Attempts, string? Node, string? Summary)
{
    internal static ScheduleRunDto Of(ScheduleRunRow row) =>
        new(row.Id, row.Slot, row.Status, row.StartedAt, row.FinishedAt, row.Attempts, row.Node, row.Summary);
}
