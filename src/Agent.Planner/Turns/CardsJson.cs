using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>The cards of a message as they are stored.</summary>
internal static class CardsJson
{
    /// <summary>Null for none.</summary>
    public static string? Of(IReadOnlyList<Card> cards) => cards.Count == 0
        ? null
        : new JsonArray([.. cards.Select(card => new JsonObject { ["kind"] = card.Kind, ["data"] = card.Data.DeepClone() })])
            .ToJsonString(TurnJson.Options);
}
