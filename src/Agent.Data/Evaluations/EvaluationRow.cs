using PromptLab.Data.Executions;

namespace PromptLab.Data.Evaluations;

/// <summary>A version of a template that is run over a dataset. What it is held against is kept with it.</summary>
public sealed record EvaluationRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required Guid DatasetId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string DatasetName { get; init; }

    public int DatasetRevision { get; init; }

    public required Guid TemplateId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string TemplateName { get; init; }

    public int Version { get; init; }

    public required string VersionHash { get; init; }

    /// <summary>The label by which the version was asked for; null when it was not.</summary>
    public string? Label { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>The model that was asked for; null for the provider's own.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>The provider that answers if that one fails; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>JSON object of what was asked of the model.</summary>
    public required string Parameters { get; init; }

    /// <summary>Rows that may run at once.</summary>
    public int Parallelism { get; init; }

    /// <summary>JSON array.</summary>
    public required string Evaluators { get; init; }

    /// <summary>Share of the rows that must pass.</summary>
    public double Threshold { get; init; }

    /// <summary>One of <see cref="ExecutionStatus"/>.</summary>
    public required string Status { get; init; }

    public int Total { get; init; }

    public int Done { get; init; }

    public int Passed { get; init; }

    public int Failed { get; init; }

    /// <summary>Rows that gave no output, or whose output could not be checked.</summary>
    public int Errors { get; init; }

    /// <summary>Of the rows' scores.</summary>
    public double ScoreSum { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Of the rows whose cost is known.</summary>
    public decimal Cost { get; init; }

    /// <summary>Rows whose cost is not known.</summary>
    public int Unpriced { get; init; }

    /// <summary>Of all attempts together.</summary>
    public long DurationMs { get; init; }

    /// <summary>Of the rows' executions; null before the end.</summary>
    public long? MedianMs { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>1, and one more each time that it is resumed.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Mean score of all rows, those without a result counted as 0.</summary>
    public double Score => Total == 0 ? 0 : ScoreSum / Total;

    /// <summary>Whether as many rows passed as must; null before all have results.</summary>
    public bool? Pass => Status == ExecutionStatus.Completed ? (double)Passed / Total >= Threshold : null;

    /// <summary>Null when the cost of a row is not known.</summary>
    public decimal? KnownCost => Unpriced == 0 ? Cost : null;

    public bool IsResumable => Status is ExecutionStatus.Failed or ExecutionStatus.Cancelled or ExecutionStatus.Interrupted;
}
