using PromptLab.Data.Turns;

namespace PromptLab.Data.Runs;

/// <summary>Everything that the end of an attempt leaves behind, stored at once.</summary>
/// <param name="Status">One of <see cref="Executions.ExecutionStatus"/>, not running.</param>
/// <param name="Steps">Those whose end is not stored yet.</param>
/// <param name="Events">The events that were not appended yet, in order.</param>
public sealed record RunCompletion(
    Guid Id, string Owner, int Attempt, string Status, string? Output, string? ErrorCode, string? ErrorText, long DurationMs,
    IReadOnlyList<RunStepRow> Steps, IReadOnlyList<StoredEvent> Events);
