namespace PromptLab.Data.Prompts;

/// <summary>How a version of a prompt has done, over the turns of all users.</summary>
public sealed record PromptUsageRow
{
    public int Version { get; init; }

    /// <summary>Of the file that served; two for one number mean that the file was changed.</summary>
    public required string Hash { get; init; }

    public long Turns { get; init; }

    public long FailedTurns { get; init; }

    /// <summary>Turns in which the model called a tool or gave arguments that do not exist.</summary>
    public long TurnsWithToolErrors { get; init; }

    public long ThumbsUp { get; init; }

    public long ThumbsDown { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In the currency of the models' prices; null when none are known.</summary>
    public decimal? Cost { get; init; }

    public double? MeanDurationMs { get; init; }
}
