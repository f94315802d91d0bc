namespace PromptLab.Workflows.Templates;

/// <summary>A prompt template to run.</summary>
public sealed record TemplateRunRequest(Guid Template, string Name, int Version, IReadOnlyDictionary<string, string> Variables);
