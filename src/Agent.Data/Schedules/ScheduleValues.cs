namespace PromptLab.Data.Schedules;

/// <summary>What is stored of a schedule when it is made or changed; see <see cref="ScheduleRow"/>.</summary>
/// <param name="Id">Of a new schedule; one that is there keeps its own.</param>
/// <param name="NextRunAt">Its next slot; null when it is switched off.</param>
public sealed record ScheduleValues(
    Guid Id, string Owner, string Kind, string Target, string Title, string Payload,
    string Time, string Days, int? DayOfMonth, string TimeZone, bool IsEnabled, DateTimeOffset? NextRunAt);
