using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>
/// Which schemas can be used: the part of JSON Schema 2020-12 that is in common use. What is not supported is told when a schema is saved, so that no
/// keyword is silently ignored.
/// </summary>
internal static class JsonSchemaSupport
{
    private const int Deepest = 64;

    private static readonly HashSet<string> Notes =
        ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"];

    private static readonly HashSet<string> Schemas = ["additionalProperties", "items", "not", "contains", "propertyNames", "if", "then", "else"];

    private static readonly HashSet<string> Lists = ["anyOf", "oneOf", "allOf", "prefixItems"];

    private static readonly HashSet<string> Maps = ["properties", "patternProperties", "$defs", "definitions"];

    private static readonly HashSet<string> Counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

    private static readonly HashSet<string> Numbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private static readonly HashSet<string> Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    public static IReadOnlyList<string> Problems(JsonElement schema) => [.. Problems(schema, schema, "#", 0)];

    private static IEnumerable<string> Problems(JsonElement root, JsonElement schema, string at, int depth) => schema.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => [],
        JsonValueKind.Object when depth < Deepest =>
            schema.EnumerateObject().SelectMany(keyword => Keyword(root, keyword, $"{at}/{keyword.Name}", depth + 1)),
        JsonValueKind.Object => [$"{at} is deeper than {Deepest} levels."],
        _ => [$"{at} is no schema: a schema is an object, true or false."],
    };

    private static IEnumerable<string> Keyword(JsonElement root, JsonProperty keyword, string at, int depth)
    {
        var (name, value) = (keyword.Name, keyword.Value);
        return Schemas.Contains(name) ? Problems(root, value, at, depth)
            : Lists.Contains(name) ? Many(root, value, JsonValueKind.Array, at, depth)
            : Maps.Contains(name) ? [.. Many(root, value, JsonValueKind.Object, at, depth), .. name == "patternProperties" ? Patterns(value, at) : []]
            : Notes.Contains(name) ? []
            : Single(root, name, value) is { } problem ? [$"{at} {problem}"]
            : [];
    }

    private static IEnumerable<string> Many(JsonElement root, JsonElement value, JsonValueKind kind, string at, int depth) =>
        value.ValueKind != kind ? [$"{at} must be {(kind == JsonValueKind.Array ? "a list" : "an object")} of schemas."]
        : kind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((one, index) => Problems(root, one, $"{at}/{index}", depth))
        : value.EnumerateObject().SelectMany(one => Problems(root, one.Value, $"{at}/{one.Name}", depth));

    private static IEnumerable<string> Patterns(JsonElement value, string at) => value.ValueKind != JsonValueKind.Object ? []
        : value.EnumerateObject().Select(one => RegexCheck.Problem(one.Name)).OfType<string>().Select(problem => $"{at}: {problem}");

    private static string? Single(JsonElement root, string name, JsonElement value) => name switch
    {
        "type" => IsType(value) ? null : $"must be one of {string.Join(", ", Types)}, or a list of them.",
        "enum" => value.ValueKind == JsonValueKind.Array ? null : "must be a list.",
        "const" => null,
        "required" => IsTexts(value) ? null : "must be a list of names.",
        "pattern" => value.ValueKind != JsonValueKind.String ? "must be a text." : RegexCheck.Problem(value.GetString()!),
        "format" => value.ValueKind == JsonValueKind.String && JsonSchemaFormat.All.Contains(value.GetString()!)
            ? null : $"is not a format that is checked here. There are {string.Join(", ", JsonSchemaFormat.All)}.",
        "uniqueItems" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false.",
        "$ref" => JsonSchemaReference.Find(root, value) is null ? "points to nothing in this schema. Only #, #/$defs/… and other places of the same schema can be used." : null,
        _ when Counts.Contains(name) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0 ? null : "must be a whole number from 0.",
        _ when Numbers.Contains(name) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && (name != "multipleOf" || number > 0) ? null : "must be a number.",
        _ => "is a keyword that is not supported here. Leave it out, or say the same with others.",
    };

    private static bool IsType(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Types.Contains(value.GetString()!)
        : IsTexts(value) && value.GetArrayLength() > 0 && value.EnumerateArray().All(type => Types.Contains(type.GetString()!));

    private static bool IsTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
