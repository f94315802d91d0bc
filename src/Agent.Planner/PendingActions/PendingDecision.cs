using PromptLab.Data.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>What came of a person's yes or no to a pending action.</summary>
public abstract record PendingDecision
{
    private PendingDecision()
    {
    }

    /// <param name="Status">One of <see cref="PendingActionStatus"/>; executing when the outcome is not known yet.</param>
    /// <param name="Result">Short stable code, for example <c>ok</c>.</param>
    /// <param name="Reply">Markdown.</param>
    public sealed record Decided(Guid Id, string Status, string Result, string Reply, IReadOnlyList<Card> Cards) : PendingDecision;

    /// <summary>The state was not the one shown; nothing was written.</summary>
    /// <param name="Next">The new proposal in its place; null when there is nothing to confirm any more.</param>
    public sealed record Changed(Guid Id, string Reply, IReadOnlyList<Card> Cards, Guid? Next) : PendingDecision;

    /// <summary>There is nothing to decide any more.</summary>
    /// <param name="Code"><c>pending_action_used</c>, <c>_executing</c>, <c>_cancelled</c>, <c>_expired</c> or <c>_replaced</c>.</param>
    public sealed record Over(string Code, string Text) : PendingDecision;

    /// <summary>The person may not decide on it.</summary>
    public sealed record Forbidden : PendingDecision;

    public sealed record NotFound : PendingDecision;
}
