using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Schedules;

/// <summary>The time of day, and the day of the month, in the folded words of a repeated time.</summary>
internal static partial class WhenClock
{
    /// <returns><c>HH:mm</c>, or null when no time is said or it is none.</returns>
    public static string? Time(string words)
    {
        if (Noon().IsMatch(words))
        {
            return "12:00";
        }

        foreach (Match match in Clock().Matches(DayNumber().Replace(words, " ")))
        {
            var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
            if (Hour(int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture), match.Groups["half"].Value) is { } hour && minute < 60)
            {
                return $"{hour:00}:{minute:00}";
            }
        }

        return null;
    }

    /// <summary>"The 1st", "op de 15e", "am 1.", "el día 1", "le 1er".</summary>
    public static int? DayOfMonth(string words) =>
        DayNumber().Match(words) is { Success: true } match
        && int.Parse(match.Groups["day"].Success ? match.Groups["day"].Value : match.Groups["bare"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day
            ? day
            : null;

    private static int? Hour(int hour, string half) => half switch
    {
        "am" => hour is >= 1 and <= 12 ? hour % 12 : null,
        "pm" => hour is >= 1 and <= 12 ? (hour % 12) + 12 : null,
        _ => hour is >= 0 and <= 23 ? hour : null,
    };

    [GeneratedRegex(@"(?<![\d:.] ?)(?<hour>\d{1,2}) ?(?:[:.h] ?(?<minute>\d{2})(?!\d))? ?(?<half>am|pm)?(?=$|[^\d\w]|h\b|uhr|uur)")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:noon|midday|mittags?|mediodia|midi|middag)\b")]
    private static partial Regex Noon();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th|er|ste|de|e)\b|\bam (?<day>\d{1,2}) \.(?! ?\d)|\b(?:dia|el|le|the|de|den) (?<bare>\d{1,2})\b(?! ?[:.h]| ?(?:am|pm|uhr|uur))")]
    private static partial Regex DayNumber();
}
