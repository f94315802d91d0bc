namespace PromptLab.Workflows.Schedules;

/// <summary>What came of one attempt.</summary>
/// <param name="Summary">A sentence for the run history, without names and figures.</param>
public sealed record ScheduledOutcome(bool IsSuccess, string Summary)
{
    /// <summary>False when trying again cannot help.</summary>
    public bool MayRetry { get; init; } = true;
}
