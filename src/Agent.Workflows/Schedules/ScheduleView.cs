using System.Globalization;
using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>A schedule as people see it.</summary>
/// <param name="Number">What people call it by.</param>
/// <param name="When">For example <c>every Monday at 09:00</c>.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="NextRun">Null when it is switched off.</param>
public sealed record ScheduleView(Guid Id, int Number, string Title, string When, string TimeZone, DateTimeOffset? NextRun, bool Enabled)
{
    public static ScheduleView Of(ScheduleRow row) =>
        new(row.Id, row.Number, row.Title, WhenText.Of(StoredTimes.Read(row)), row.TimeZone, row.NextRunAt, row.IsEnabled);

    /// <summary>For example <c>Monday 2025-01-20 09:00</c>, on the clocks of its time zone.</summary>
    public string NextRunText() => NextRun is { } next
        ? TimeZoneInfo.ConvertTime(next, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "never, it is switched off";
}
