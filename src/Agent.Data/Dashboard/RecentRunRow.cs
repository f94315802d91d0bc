namespace PromptLab.Data.Dashboard;

/// <summary>A run of a pipeline without its steps.</summary>
public sealed record RecentRunRow
{
    public required Guid Id { get; init; }

    public required Guid PipelineId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string PipelineName { get; init; }

    public int PipelineRevision { get; init; }

    public required string Status { get; init; }

    public long DurationMs { get; init; }

    /// <summary>In the currency of the models' prices; null when none are known.</summary>
    public decimal? Cost { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
