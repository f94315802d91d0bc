namespace PromptLab.Data.Runs;

/// <summary>Why a step did not run.</summary>
public static class RunSkip
{
    /// <summary>Its condition did not hold; that is settled, also for a later attempt.</summary>
    public const string Condition = "condition";

    /// <summary>The run ended before it.</summary>
    public const string Ended = "ended";
}
