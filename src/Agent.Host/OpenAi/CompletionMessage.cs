using System.Text.Json;

namespace PromptLab.Host.OpenAi;

/// <param name="Role"><c>user</c>, <c>assistant</c>, <c>system</c>, <c>developer</c>, <c>tool</c> or <c>function</c>.</param>
/// <param name="Content">A text, or parts of type <c>text</c>.</param>
internal sealed record CompletionMessage(string? Role, JsonElement? Content)
{
    /// <summary>Null when there is something in it that is no text.</summary>
    internal string? ReadText() => Content switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } parts => Join([.. parts.EnumerateArray().Select(ReadPart)]),
        _ => null,
    };

    private static string? Join(string?[] parts) => parts.Contains(null) ? null : string.Join('\n', parts);

    private static string? ReadPart(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("type", out var type) && Member(type.GetString()) is { } member
        && part.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static string? Member(string? type) => type is "text" or "refusal" ? type : null;
}
