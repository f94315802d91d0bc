using System.Text.Json;

namespace PromptLab.Workflows.Datasets;

/// <summary>What a row expects, as it is kept: a text, an object or a list.</summary>
public static class ExpectedValue
{
    /// <summary>A number or a truth value becomes its text, as an output is one; null for null.</summary>
    public static JsonElement? Of(JsonElement? given) => given switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => JsonSerializer.SerializeToElement(value.GetRawText()),
        { } value => value,
    };
}
