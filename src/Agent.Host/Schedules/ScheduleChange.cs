namespace PromptLab.Host.Schedules;

/// <summary>What is missing stays as it is; days of the week and of the month replace each other.</summary>
/// <param name="Time"><c>HH:mm</c>.</param>
/// <param name="Days">Days of the week in English; empty for every day.</param>
public sealed record ScheduleChange(bool? Enabled, string? Title, string? Time, IReadOnlyList<string>? Days, int? DayOfMonth, string? TimeZone);
