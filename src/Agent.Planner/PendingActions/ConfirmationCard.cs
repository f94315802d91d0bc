using System.Text.Json.Nodes;
using PromptLab.Data.PendingActions;

namespace PromptLab.Planner.PendingActions;

/// <summary>The <c>confirmation</c> card of a stored action.</summary>
public static class ConfirmationCard
{
    public const string Kind = "confirmation";

    /// <summary>What the action is called. Plain text.</summary>
    public static string Title(PendingActionRow action) => JsonNode.Parse(action.Card)!["title"]!.GetValue<string>();
}
