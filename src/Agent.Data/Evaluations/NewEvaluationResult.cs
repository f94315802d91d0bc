namespace PromptLab.Data.Evaluations;

/// <summary>What came of one row.</summary>
/// <param name="Attempt">Of the evaluation; another attempt may have taken over.</param>
/// <param name="Status">One of <see cref="EvaluationResultStatus"/>, not pending.</param>
public sealed record NewEvaluationResult(Guid EvaluationId, int Attempt, int Ordinal, string Status, double Score)
{
    public Guid? ExecutionId { get; init; }

    /// <summary>JSON array; null when there was nothing to check.</summary>
    public string? Checks { get; init; }

    public string? Output { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Null when prices are not known.</summary>
    public decimal? Cost { get; init; }

    public long? DurationMs { get; init; }
}
