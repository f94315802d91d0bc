using System.Text.Json;

namespace PromptLab.Host.Doors;

/// <summary>The text of a message as OpenAI and AG-UI clients send it: a string, or parts.</summary>
internal static class MessageText
{
    /// <summary>Empty for nothing; null when there is something in it that is no text.</summary>
    public static string? Read(JsonElement? content) => content switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } parts => Join([.. parts.EnumerateArray().Select(ReadPart)]),
        _ => null,
    };

    private static string? Join(string?[] parts) => parts.Contains(null) ? null : string.Join('\n', parts);

    private static string? ReadPart(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && type.GetString() is "text" or "refusal" && part.TryGetProperty(type.GetString()!, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
