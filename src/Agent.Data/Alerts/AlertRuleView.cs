namespace PromptLab.Data.Alerts;

/// <summary>The rule that an alert came from, as it was called then.</summary>
public sealed record AlertRuleView(Guid Id, string Name, string Kind);
