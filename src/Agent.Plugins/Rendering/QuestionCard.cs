using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Rendering;

/// <summary>A <c>question</c> card: text and choices (label, message).</summary>
internal static class QuestionCard
{
    public static Card Of(string text, IReadOnlyList<ToolChoice> choices) => new("question", new JsonObject
    {
        ["text"] = text,
        ["choices"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["label"] = choice.Label, ["message"] = choice.Message })]),
    });
}
