namespace PromptLab.Workflows.Templates;

/// <summary>A template with the values in place.</summary>
/// <param name="Variables">Every value that was used, defaults included.</param>
public sealed record RenderedPrompt(string? SystemPrompt, string Content, IReadOnlyDictionary<string, string> Variables);
