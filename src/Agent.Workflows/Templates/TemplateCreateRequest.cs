namespace PromptLab.Workflows.Templates;

/// <summary>A prompt template to save.</summary>
/// <param name="Content">With <c>{{variable}}</c> placeholders.</param>
public sealed record TemplateCreateRequest(string Name, string Content);
