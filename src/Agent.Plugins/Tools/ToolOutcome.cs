namespace PromptLab.Plugins.Tools;

/// <summary>What came of running a resolved request.</summary>
public abstract record ToolOutcome
{
    private ToolOutcome()
    {
    }

    public sealed record Answered(ToolAnswer Answer) : ToolOutcome;

    public sealed record Asked(ToolQuestion Question) : ToolOutcome;

    /// <summary>Nothing was written: a person must say yes first. It ends the turn.</summary>
    public sealed record Proposed(PendingProposal Proposal) : ToolOutcome;

    public sealed record Failed(ToolProblem Problem) : ToolOutcome;
}
