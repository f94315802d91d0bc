namespace PromptLab.Workflows.Templates;

/// <summary>The prompt templates that the person sees: own and shared ones.</summary>
public sealed record TemplateListRequest;
