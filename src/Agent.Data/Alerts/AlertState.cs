namespace PromptLab.Data.Alerts;

public static class AlertState
{
    public const string New = "new";

    public const string Acknowledged = "acknowledged";

    /// <summary>Until a time; then the alert is new again.</summary>
    public const string Snoozed = "snoozed";

    public const string Resolved = "resolved";

    /// <summary>For filters: all but resolved ones.</summary>
    public const string Open = "open";
}
