using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>What a row expects: a text, or JSON.</summary>
public static class Expectation
{
    /// <summary>A text as it is, JSON as it is written; null for nothing.</summary>
    public static string? Text(JsonElement? expected) => expected switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } json => json.GetRawText(),
    };
}
