using System.Text.Json.Nodes;
using PromptLab.Data.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>The <c>confirmation</c> card of a stored action, with its present status.</summary>
public static class ConfirmationCard
{
    public const string Kind = "confirmation";

    public static Card Of(PendingActionRow action)
    {
        var data = JsonNode.Parse(action.Card)!.AsObject();
        data["status"] = action.Status;
        return new Card(Kind, data);
    }

    /// <summary>What the action is called. Plain text.</summary>
    public static string Title(PendingActionRow action) => JsonNode.Parse(action.Card)!["title"]!.GetValue<string>();
}
