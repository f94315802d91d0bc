namespace PromptLab.Planner.Pipelines;

/// <summary>What a run would probably take.</summary>
/// <param name="Steps">Template steps only: tools ask no model.</param>
/// <param name="Cost">Of all steps, in the currency of the configured prices; null when one of them has no known price.</param>
/// <param name="Note">What was assumed.</param>
public sealed record PipelineEstimate(IReadOnlyList<StepEstimate> Steps, decimal? Cost, string Note);
