namespace PromptLab.Workflows.Pipelines;

/// <summary>A pipeline as somebody wants it saved.</summary>
/// <param name="Sharing">Null keeps it, and makes a new pipeline private.</param>
public sealed record PipelineDraft(string Name, string Description, IReadOnlyList<string> Tags, PipelineDefinition Definition, string? Sharing = null);
