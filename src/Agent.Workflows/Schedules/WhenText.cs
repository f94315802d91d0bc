using System.Globalization;

namespace PromptLab.Workflows.Schedules;

/// <summary>Times as people read them.</summary>
public static class WhenText
{
    /// <summary>"every Monday at 09:00", "every weekday at 07:00", "on the 1st of every month at 09:00".</summary>
    public static string Of(ScheduleTimes times) => $"{Days(times)} at {times.Time}";

    private static string Days(ScheduleTimes times)
    {
        if (times.DayOfMonth is { } day)
        {
            return $"on the {day.ToString(CultureInfo.InvariantCulture)}{Suffix(day)} of every month";
        }

        var names = times.Days.Distinct().OrderBy(name => ((int)name + 6) % 7).ToList();
        return names switch
        {
            [] or { Count: 7 } => "every day",
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] => "every weekday",
            [var only] => $"every {only}",
            [.. var rest, var last] => $"every {string.Join(", ", rest)} and {last}",
        };
    }

    private static string Suffix(int day) => (day % 10, day / 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };
}
