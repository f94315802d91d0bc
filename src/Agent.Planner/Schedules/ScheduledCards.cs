using System.Text.Json.Nodes;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Schedules;

/// <summary>An answer as a message stores it, and as a channel reads it.</summary>
internal static class ScheduledCards
{
    public static string Of(ResolvedRequest request, ToolAnswer answer, string dataSource) =>
        new JsonArray([.. answer.Cards.Prepend(RequestCard.Create(request, dataSource)).Select(card => new JsonObject { ["kind"] = card.Kind, ["data"] = card.Data.DeepClone() })])
            .ToJsonString(TurnJson.Options);

    /// <summary>Channels get the rows as data, not as Markdown.</summary>
    public static string WithoutTables(string markdown) =>
        string.Join('\n', markdown.Split('\n').Where(line => !line.StartsWith('|'))).Trim();
}
