using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.AlertRules;

/// <summary>When a rule runs.</summary>
public sealed record AlertTimes
{
    /// <summary><c>HH:mm</c>; by default 09:00 for default pages and 08:00 for paused partners.</summary>
    public string? Time { get; init; }

    /// <summary>English names of weekdays, <c>monday</c>; empty for every day.</summary>
    public IReadOnlyList<string>? Days { get; init; }

    /// <summary>IANA name; the network's zone by default.</summary>
    public string? TimeZone { get; init; }

    internal AlertTimes Over(AlertTimes before) => new()
    {
        Time = Time ?? before.Time,
        Days = Days ?? before.Days,
        TimeZone = TimeZone ?? before.TimeZone,
    };

    /// <summary>Null when a day is none.</summary>
    internal ScheduleTimes? ToTimes()
    {
        var days = new List<DayOfWeek>();
        foreach (var name in Days ?? [])
        {
            if (int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out _) || !Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day))
            {
                return null;
            }

            days.Add(day);
        }

        return new ScheduleTimes(Time ?? "", days, TimeZone ?? "");
    }
}
