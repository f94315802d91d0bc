using System.Globalization;

namespace PromptLab.Workflows.Schedules;

public static class ScheduleTimesCheck
{
    /// <summary>What is wrong with times that somebody wrote, as a sentence; null when they can be used.</summary>
    public static string? Fault(ScheduleTimes times)
    {
        if (!TimeOnly.TryParseExact(times.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return "The time must be HH:mm, for example 09:00.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(times.TimeZone, out var zone) || !zone.HasIanaId)
        {
            return "The time zone must be an IANA name such as Europe/Amsterdam.";
        }

        if (times.Days.Any(day => !Enum.IsDefined(day)))
        {
            return "The days must be days of the week.";
        }

        if (times.DayOfMonth is not (null or (>= 1 and <= 31)))
        {
            return "The day of the month must be from 1 to 31.";
        }

        return times.DayOfMonth is not null && times.Days.Count > 0
            ? "Give either days of the week or a day of the month."
            : null;
    }
}
