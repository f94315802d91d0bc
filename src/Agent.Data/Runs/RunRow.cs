namespace PromptLab.Data.Runs;

/// <summary>A run of a pipeline.</summary>
public sealed record RunRow
{
    public required Guid Id { get; init; }

    /// <summary>Who started it, which need not be the pipeline's owner.</summary>
    public required string Owner { get; init; }

    public required Guid PipelineId { get; init; }

    /// <summary>As it was called when the last attempt began.</summary>
    public required string PipelineName { get; init; }

    public int PipelineRevision { get; init; }

    /// <summary>One of <see cref="Executions.ExecutionStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>JSON object of values by name, defaults included.</summary>
    public required string Inputs { get; init; }

    public string? Output { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>Of every attempt.</summary>
    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Null when a price is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Of every attempt.</summary>
    public long DurationMs { get; init; }

    /// <summary>1 for the first, one more with each resumption.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
