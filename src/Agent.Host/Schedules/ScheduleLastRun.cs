namespace PromptLab.Host.Schedules;

/// <param name="Status"><c>running</c>, <c>succeeded</c>, <c>failed</c>, <c>missed</c>.</param>
public sealed record ScheduleLastRun(DateTimeOffset Slot, string Status, DateTimeOffset? FinishedAt, string? Summary);
