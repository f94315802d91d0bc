namespace PromptLab.Data.Executions;

/// <summary>An execution without its texts.</summary>
public record ExecutionSummaryRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required Guid TemplateId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string TemplateName { get; init; }

    public int Version { get; init; }

    public required string VersionHash { get; init; }

    /// <summary>The label by which the version was asked for; null when it was not.</summary>
    public string? Label { get; init; }

    /// <summary>The execution that this one repeats.</summary>
    public Guid? RerunOf { get; init; }

    /// <summary>The run of a pipeline that it belongs to; null for none.</summary>
    public Guid? RunId { get; init; }

    public Guid? PipelineId { get; init; }

    /// <summary>The step of the run.</summary>
    public string? StepName { get; init; }

    /// <summary>The evaluation of which it is a row; null for none.</summary>
    public Guid? EvaluationId { get; init; }

    /// <summary>One of <see cref="ExecutionStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The provider that was asked for.</summary>
    public required string RequestedProvider { get; init; }

    /// <summary>The provider that was to answer if that one failed; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>The provider that answered.</summary>
    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>Why the fallback answered; null when it did not.</summary>
    public string? FallbackReason { get; init; }

    /// <summary>Attempts that failed for a passing reason before the one that counts.</summary>
    public int Retries { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In the currency of the model's prices; null when they are unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Time until the first text of the output.</summary>
    public long? FirstTokenMs { get; init; }

    public long? DurationMs { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
