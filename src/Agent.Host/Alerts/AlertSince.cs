using System.Globalization;
using PromptLab.Workflows.Dates;

namespace PromptLab.Host.Alerts;

internal static class AlertSince
{
    /// <summary>A day begins in the network's time zone. True without a text, too.</summary>
    public static bool TryRead(string? text, NetworkCalendar calendar, out DateTimeOffset? since)
    {
        since = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            since = calendar.StartOf(day);
        }
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            since = instant;
        }

        return since is not null || text is null;
    }
}
