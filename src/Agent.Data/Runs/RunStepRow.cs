namespace PromptLab.Data.Runs;

/// <summary>A step in one attempt of a run. What an earlier attempt completed is repeated in the next one.</summary>
public sealed record RunStepRow
{
    public required Guid RunId { get; init; }

    public int Attempt { get; init; }

    public int Ordinal { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    /// <summary>One of <see cref="RunStepStatus"/>.</summary>
    public required string Status { get; init; }

    public Guid? TemplateId { get; init; }

    public string? TemplateName { get; init; }

    public int? Version { get; init; }

    public string? Tool { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public Guid? ExecutionId { get; init; }

    /// <summary>The attempt in which it really ran.</summary>
    public int RanIn { get; init; }

    public string? Output { get; init; }

    /// <summary>One of <see cref="RunSkip"/>; null unless it was skipped.</summary>
    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public decimal? Cost { get; init; }

    public long? DurationMs { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
