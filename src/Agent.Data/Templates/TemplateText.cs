namespace PromptLab.Data.Templates;

/// <summary>What makes a version, as it is stored.</summary>
/// <param name="Inputs">JSON array.</param>
/// <param name="Parameters">JSON object.</param>
public sealed record TemplateText(string? SystemPrompt, string Content, string Inputs, string Parameters, string Hash, string Message);
