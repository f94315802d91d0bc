namespace PromptLab.Workflows.Templates;

/// <summary>A dataset that was made for a template.</summary>
public sealed record TemplateUseDataset(Guid Id, string Name);
