namespace PromptLab.Workflows.Pipelines;

/// <summary>The person's own pipelines.</summary>
public sealed record PipelineListRequest;
