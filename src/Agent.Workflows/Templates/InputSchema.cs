using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Workflows.Templates;

/// <summary>The type of an input as a JSON schema.</summary>
internal static class InputSchema
{
    /// <summary>Null for a text, which needs none.</summary>
    public static string? Write(TemplateInput input) => input.Type switch
    {
        TemplateInputType.Text => null,
        TemplateInputType.Date => """{"type":"string","format":"date"}""",
        TemplateInputType.Choice => new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. input.Options.Select(option => JsonValue.Create(option))]),
        }.ToJsonString(),
        _ => new JsonObject { ["type"] = input.Type }.ToJsonString(),
    };

    /// <exception cref="FormatException">The text is no JSON object.</exception>
    public static (string Type, IReadOnlyList<string> Options) Read(string? schema)
    {
        if (string.IsNullOrWhiteSpace(schema))
        {
            return (TemplateInputType.Text, []);
        }

        try
        {
            var element = JsonElement.Parse(schema);
            return element.TryGetProperty("enum", out var options)
                ? (TemplateInputType.Choice, [.. options.EnumerateArray().Select(option => option.ToString())])
                : (Type(element), []);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("the json_schema of one of its input_variables cannot be read", exception);
        }
    }

    private static string Type(JsonElement schema) => (Text(schema, "type"), Text(schema, "format")) switch
    {
        ("number", _) => TemplateInputType.Number,
        ("integer", _) => TemplateInputType.WholeNumber,
        ("boolean", _) => TemplateInputType.Boolean,
        (_, "date") => TemplateInputType.Date,
        _ => TemplateInputType.Text,
    };

    private static string? Text(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) ? value.ToString() : null;
}
