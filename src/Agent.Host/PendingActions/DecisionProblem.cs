using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.PendingActions;

/// <summary>Why there was nothing to decide, as a problem.</summary>
internal static class DecisionProblem
{
    public static ProblemHttpResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "pending_action_not_found", "There is no such pending action.");

    public static ProblemHttpResult Of(PendingDecision decision) => decision switch
    {
        PendingDecision.NotFound => NotFound(),
        PendingDecision.Forbidden => ApiProblem.Create(
            StatusCodes.Status403Forbidden, "pending_action_forbidden", "Only whoever asked for this, or somebody with the right to approve, can decide on it."),
        PendingDecision.Over over => ApiProblem.Create(StatusCodes.Status409Conflict, over.Code, over.Text),
        PendingDecision.Changed { Next: { } next } changed => ApiProblem.Create(
            StatusCodes.Status409Conflict, "pending_action_changed", changed.Reply, ("replaced_by", next)),
        PendingDecision.Changed changed => ApiProblem.Create(StatusCodes.Status409Conflict, "pending_action_changed", changed.Reply),
        _ => throw new InvalidOperationException($"{decision.GetType().Name} is no refusal."),
    };
}
