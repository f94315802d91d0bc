namespace PromptLab.Workflows.Pipelines;

/// <summary>A pipeline to run.</summary>
/// <param name="Pipeline">As the person named it.</param>
public sealed record PipelineRunRequest(string Pipeline, IReadOnlyDictionary<string, string> Variables);
