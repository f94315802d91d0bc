namespace PromptLab.Planner.Pipelines;

/// <param name="MaxOutputTokens">As many as the parameters allow; an assumption where they set no limit.</param>
/// <param name="Cost">Null when the prices of the model are not known.</param>
public sealed record StepEstimate(string Name, string Provider, string Model, long InputTokens, long MaxOutputTokens, decimal? Cost);
