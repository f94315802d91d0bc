namespace PromptLab.Workflows.Templates;

/// <param name="Version">The version that the step is pinned to; null when it follows.</param>
/// <param name="Label">The label that it follows; null for the newest version.</param>
public sealed record TemplateUseStep(string Name, int? Version, string? Label);
