namespace PromptLab.Data.Dashboard;

/// <summary>How much of each there is.</summary>
public sealed record LabCounts
{
    public long Templates { get; init; }

    public long Pipelines { get; init; }

    public long Datasets { get; init; }

    /// <summary>Of a time.</summary>
    public long Runs { get; init; }
}
