using PromptLab.Data.Schedules;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Schedules;

/// <param name="Number">What people call it by in the chat.</param>
/// <param name="Kind"><c>workflow</c>, or <c>alert_rule</c> for a rule's schedule, which everybody sees and its rule changes.</param>
/// <param name="When">For example <c>every Monday at 09:00</c>.</param>
/// <param name="Time"><c>HH:mm</c> in the time zone.</param>
/// <param name="Days">Days of the week; empty for every day.</param>
/// <param name="NextRun">Null when it is switched off.</param>
/// <param name="LastRun">Its latest slot; null before the first.</param>
/// <param name="Request">What a workflow runs; null for a rule.</param>
public sealed record ScheduleDto(
    Guid Id, int Number, string Kind, string Title, string When, string Time, IReadOnlyList<string> Days, int? DayOfMonth, string TimeZone,
    bool Enabled, DateTimeOffset? NextRun, ScheduleLastRun? LastRun, ScheduleRequestDto? Request, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ScheduleDto Of(ScheduleRow row)
    {
        var last = row.LastStatus is null ? null : new ScheduleLastRun(row.LastSlot!.Value, row.LastStatus, row.LastFinishedAt, row.LastSummary);
        return new(
            row.Id, row.Number, row.Kind, row.Title, ScheduleView.Of(row).When, row.Time,
            [.. row.Days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => day.ToLowerInvariant())], row.DayOfMonth, row.TimeZone,
            row.IsEnabled, row.NextRunAt, last, row.Kind == ScheduleKind.Workflow ? ScheduleRequestDto.Of(row.Payload) : null, row.CreatedAt, row.UpdatedAt);
    }
}
