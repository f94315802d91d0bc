using System.Globalization;

namespace PromptLab.Data.Alerts;

/// <summary>Days as they are stored, because the two databases have no common type for them.</summary>
internal static class AlertDay
{
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
