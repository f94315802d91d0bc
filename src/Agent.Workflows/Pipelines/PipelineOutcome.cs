namespace PromptLab.Workflows.Pipelines;

/// <summary>What came of running a pipeline.</summary>
/// <param name="RunId">Null when it was not started; <paramref name="Problem"/> then says why.</param>
/// <param name="Status">How the run ended; null when it was not started.</param>
/// <param name="Problem">A sentence for the person; null when all went well.</param>
public sealed record PipelineOutcome(
    Guid? RunId, string? Status, string? Output, IReadOnlyList<PipelineOutcomeStep> Steps, long InputTokens, long OutputTokens, decimal? Cost, long DurationMs,
    string? Problem);
