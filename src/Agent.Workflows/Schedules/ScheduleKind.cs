namespace PromptLab.Workflows.Schedules;

public static class ScheduleKind
{
    /// <summary>A resolved request whose answer is posted into a conversation.</summary>
    public const string Workflow = "workflow";

    /// <summary>An alert rule; changed through the rule, seen by everybody.</summary>
    public const string AlertRule = "alert_rule";
}
