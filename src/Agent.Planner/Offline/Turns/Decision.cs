using System.Text.Json.Nodes;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>What the offline planner makes of a message.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Call(string Tool, JsonObject Arguments) : Decision;

    /// <param name="Mark"><c>clarify</c>, <c>refuse</c>, <c>help</c> or <c>smalltalk</c>.</param>
    public sealed record Reply(string Mark, string Text) : Decision;
}
