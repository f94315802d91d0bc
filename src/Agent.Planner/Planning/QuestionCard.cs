using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Choices under a question, as data.</summary>
internal static class QuestionCard
{
    public const string Kind = "question";

    public static Card Create(string text, IReadOnlyList<ToolChoice> choices) => new(Kind, new JsonObject
    {
        ["text"] = text,
        ["choices"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["label"] = choice.Label, ["message"] = choice.Message })]),
    });
}
