namespace PromptLab.Workflows.Pipelines;

/// <summary>What became of a step.</summary>
/// <param name="Detail">Why it was skipped or failed; null otherwise.</param>
/// <param name="IsOffline">True when the offline provider stood in for a model.</param>
public sealed record PipelineOutcomeStep(
    string Name, string Kind, string Status, string? Tool, string? Provider, string? Model, string? Output, string? Detail, long? DurationMs, bool IsOffline);
