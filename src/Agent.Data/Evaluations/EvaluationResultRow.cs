namespace PromptLab.Data.Evaluations;

/// <summary>One row of a dataset as it was when an evaluation began, and what came of it.</summary>
public sealed record EvaluationResultRow
{
    /// <summary>Of the row in the dataset.</summary>
    public required Guid RowId { get; init; }

    public int Ordinal { get; init; }

    /// <summary>JSON object of texts by name.</summary>
    public required string Variables { get; init; }

    /// <summary>A JSON text, object or list; null for none.</summary>
    public string? Expected { get; init; }

    /// <summary>One of <see cref="EvaluationResultStatus"/>.</summary>
    public required string Status { get; init; }

    public Guid? ExecutionId { get; init; }

    /// <summary>0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>JSON array; null when there was nothing to check.</summary>
    public string? Checks { get; init; }

    public string? Output { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public long? DurationMs { get; init; }
}
