using PromptLab.Data.PendingActions;
using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.Planning;

/// <summary>How a planner's turn ended.</summary>
/// <param name="Outcome">One of <see cref="PlannerOutcome"/>.</param>
/// <param name="State">The conversation's state from now on.</param>
public sealed record PlannerResult(string Outcome, ConversationState State, long InputTokens, long OutputTokens)
{
    /// <summary>Writes that wait for a yes from now on; the turn ends with them as interrupts.</summary>
    public IReadOnlyList<ProposedCall> Proposed { get; init; } = [];

    /// <summary>Pending actions whose end this turn tells.</summary>
    public IReadOnlyList<PendingActionEnd> Ended { get; init; } = [];
}
