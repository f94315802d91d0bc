namespace PromptLab.Workflows.Alerts;

/// <summary>One figure of an alert, ready to be read.</summary>
public sealed record AlertFact(string Label, string Value);
