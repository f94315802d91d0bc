namespace PromptLab.Workflows.Templates;

/// <summary>The person's own prompt templates.</summary>
public sealed record TemplateListRequest;
