namespace PromptLab.Data.Dashboard;

/// <summary>What executions that have ended took, counted with their start.</summary>
public record UsageFigures
{
    public long Executions { get; init; }

    /// <summary>Of these, those that failed.</summary>
    public long Failed { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In the currency of the models' prices; null when none are known.</summary>
    public decimal? Cost { get; init; }
}
