namespace PromptLab.Workflows.Schedules;

/// <summary>When a schedule runs.</summary>
/// <param name="Time"><c>HH:mm</c> on the clocks of the time zone.</param>
/// <param name="Days">Empty for every day.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record ScheduleTimes(string Time, IReadOnlyList<DayOfWeek> Days, string TimeZone)
{
    /// <summary>1 to 31, the last day in shorter months; null when it does not go by months. Not together with <see cref="Days"/>.</summary>
    public int? DayOfMonth { get; init; }
}
