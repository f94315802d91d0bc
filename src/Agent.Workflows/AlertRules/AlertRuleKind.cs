namespace PromptLab.Workflows.AlertRules;

/// <summary>What a rule looks for.</summary>
public static class AlertRuleKind
{
    public const string DefaultPages = "default_pages";

    public const string PausedPartners = "paused_partners";

    public static readonly IReadOnlyList<string> All = [DefaultPages, PausedPartners];
}
