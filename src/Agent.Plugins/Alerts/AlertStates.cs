using System.Globalization;
using PromptLab.Data.Alerts;

namespace PromptLab.Plugins.Alerts;

/// <summary>States of alerts as people read them.</summary>
internal static class AlertStates
{
    /// <summary>With who, or until when.</summary>
    public static string Text(AlertView alert) => alert switch
    {
        { State: AlertState.Acknowledged, AcknowledgedBy: { } owner } => $"acknowledged by {owner}",
        { State: AlertState.Snoozed, SnoozedUntil: { } until } => $"snoozed until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC",
        _ => alert.State,
    };
}
