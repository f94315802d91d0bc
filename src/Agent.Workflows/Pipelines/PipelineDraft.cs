namespace PromptLab.Workflows.Pipelines;

/// <summary>A pipeline as somebody wants it saved.</summary>
public sealed record PipelineDraft(string Name, string Description, IReadOnlyList<string> Tags, PipelineDefinition Definition);
