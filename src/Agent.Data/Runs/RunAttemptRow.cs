namespace PromptLab.Data.Runs;

/// <summary>One attempt of a run, with what it used.</summary>
public sealed record RunAttemptRow
{
    public int Number { get; init; }

    /// <summary><c>pipeline</c>: as the pipeline was then; <c>snapshot</c>: as the attempt before.</summary>
    public required string Source { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Note { get; init; }

    public int PipelineRevision { get; init; }

    /// <summary>JSON object: the steps with the versions that they use.</summary>
    public required string Snapshot { get; init; }

    public required string Status { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
