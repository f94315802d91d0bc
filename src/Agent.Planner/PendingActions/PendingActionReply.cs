using PromptLab.Data.PendingActions;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.PendingActions;

namespace PromptLab.Planner.PendingActions;

/// <summary>What is told and stored of a decision.</summary>
internal static class PendingActionReply
{
    /// <summary>Null while the action is not over.</summary>
    public static PendingActionEnd? End(PendingActionRow action, PendingActionOutcome outcome) => outcome.Status is { } status
        ? new PendingActionEnd(action.Id, action.Attempt, status, outcome.Result, outcome.Text, CardsJson.Of(outcome.Cards))
        : null;

    /// <summary>Who asked is told when somebody else decided.</summary>
    public static string Text(PendingActionRow action, PendingActionOutcome outcome) =>
        action.DecidedBy == action.Owner ? outcome.Text : $"Confirmed by {action.DecidedBy}.\n\n{outcome.Text}";

    public static string Cancelled(PendingActionRow action, string person)
    {
        var who = action.Owner == person ? "Cancelled" : $"Cancelled by {person}";
        return $"{who}: nothing was changed, and no link was made.";
    }
}
