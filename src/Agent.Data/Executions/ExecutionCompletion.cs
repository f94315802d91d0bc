using PromptLab.Data.Turns;

namespace PromptLab.Data.Executions;

/// <summary>Everything that the end of an execution leaves behind, stored at once.</summary>
/// <param name="Status">One of <see cref="ExecutionStatus"/>, not running.</param>
public sealed record ExecutionCompletion(Guid Id, string Owner, string Status, string Provider, string Model, string Output)
{
    /// <summary>The events that were not appended yet, in order.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    public string? FallbackReason { get; init; }

    public int Retries { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public decimal? Cost { get; init; }

    public long? FirstTokenMs { get; init; }

    public long DurationMs { get; init; }
}
