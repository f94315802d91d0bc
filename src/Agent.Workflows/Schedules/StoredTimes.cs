using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>The times of a schedule as its row has them.</summary>
internal static class StoredTimes
{
    public static string WriteDays(IEnumerable<DayOfWeek> days) => string.Join(',', days.Distinct().Order());

    public static ScheduleTimes Read(ScheduleRow row) => new(
        row.Time, [.. row.Days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)], row.TimeZone)
    {
        DayOfMonth = row.DayOfMonth,
    };
}
