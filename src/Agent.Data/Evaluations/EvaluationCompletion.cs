using PromptLab.Data.Turns;

namespace PromptLab.Data.Evaluations;

/// <summary>The end of an attempt.</summary>
/// <param name="Status">One of <see cref="Executions.ExecutionStatus"/>, not running.</param>
/// <param name="Events">Those that were not appended yet, in order.</param>
public sealed record EvaluationCompletion(
    Guid Id, string Owner, int Attempt, string Status, string? ErrorCode, string? ErrorText, long DurationMs, IReadOnlyList<StoredEvent> Events);
