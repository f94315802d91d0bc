namespace PromptLab.Workflows.Templates;

/// <summary>A prompt template to run.</summary>
/// <param name="Template">As the person named it.</param>
public sealed record TemplateRunRequest(string Template, IReadOnlyDictionary<string, string> Variables);
