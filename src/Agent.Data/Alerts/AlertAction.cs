namespace PromptLab.Data.Alerts;

/// <summary>What a person does with an alert.</summary>
public static class AlertAction
{
    public const string Acknowledge = "acknowledge";

    public const string Snooze = "snooze";

    public const string Resolve = "resolve";

    public const string Reopen = "reopen";
}
