namespace PromptLab.Workflows.Executions;

/// <summary>What came of running a template.</summary>
/// <param name="ExecutionId">Null when it was not started; <paramref name="Problem"/> then says why.</param>
/// <param name="Output">The model's words; may be part of them when there is a problem.</param>
/// <param name="IsOffline">True when no model was asked.</param>
/// <param name="Problem">A sentence for the person; null when all went well.</param>
public sealed record TemplateRun(
    Guid? ExecutionId, string Output, string Provider, string Model, int Version, bool IsOffline, long InputTokens, long OutputTokens, long DurationMs, string? Problem);
