using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Tools;

/// <summary>Arguments as a model sent them. Readers are tolerant: a number may arrive as text and the other way round.</summary>
public sealed class ToolArguments(JsonObject values)
{
    public JsonObject Values { get; } = values;

    public bool Has(string name) => Text(name) is not null;

    /// <summary>The argument as text, trimmed; null when it is missing, null or blank.</summary>
    public string? Text(string name) => Values[name] switch
    {
        null => null,
        JsonValue value => Clean(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()),
        var other => Clean(other.ToJsonString()),
    };

    private static string? Clean(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
