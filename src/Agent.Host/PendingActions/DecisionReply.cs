using System.Text.Json.Nodes;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.PendingActions;

/// <summary>What came of a yes or no.</summary>
/// <param name="Status"><c>done</c>, <c>failed</c>, <c>cancelled</c>, or <c>executing</c> while the outcome is not known.</param>
/// <param name="Result">Short stable code, for example <c>ok</c> or <c>approved_without_link</c>.</param>
/// <param name="Reply">Markdown.</param>
/// <param name="Cards">Objects with <c>kind</c> and <c>data</c>.</param>
public sealed record DecisionReply(Guid Id, string Status, string Result, string Reply, IReadOnlyList<JsonObject> Cards)
{
    internal static DecisionReply Of(PendingDecision.Decided decided) => new(
        decided.Id, decided.Status, decided.Result, decided.Reply,
        [.. decided.Cards.Select(card => new JsonObject { ["kind"] = card.Kind, ["data"] = card.Data.DeepClone() })]);
}
