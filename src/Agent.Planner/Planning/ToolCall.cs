using System.Text.Json.Nodes;

namespace PromptLab.Planner.Planning;

/// <summary>A call that a model asked for.</summary>
/// <param name="Arguments">Null when what the model sent is not a JSON object.</param>
internal sealed record ToolCall(string Id, string Tool, JsonObject? Arguments)
{
    public const string CommentaryArgument = "commentary";

    public bool WantsComment =>
        Arguments?[CommentaryArgument] is JsonValue value && (value.TryGetValue(out bool flag) ? flag : value.ToString() is "true" or "yes");
}
