using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>The keywords of a schema that look at one value and at nothing inside it.</summary>
internal static class JsonSchemaValue
{
    public static IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().Select(keyword => Problem(keyword.Name, keyword.Value, value)).OfType<string>().Select(problem => $"{at} {problem}.");

    private static string? Problem(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "type" => IsOfType(rule, value) ? null : $"is {Kind(value)}, not {Types(rule)}",
        "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? null : "is none of the allowed values",
        "const" => JsonElement.DeepEquals(rule, value) ? null : $"is not {OutputChecks.Shown(rule.GetRawText())}",
        _ => value.ValueKind switch
        {
            JsonValueKind.String => OfText(keyword, rule, value.GetString()!),
            JsonValueKind.Number => OfNumber(keyword, rule, value),
            JsonValueKind.Array => OfList(keyword, rule, value),
            JsonValueKind.Object => OfObject(keyword, rule, value),
            _ => null,
        },
    };

    private static string? OfText(string keyword, JsonElement rule, string text) => keyword switch
    {
        "minLength" when Length(text) < rule.GetInt32() => $"is shorter than {rule} characters",
        "maxLength" when Length(text) > rule.GetInt32() => $"is longer than {rule} characters",
        "pattern" when !JsonSchemaMembers.Matches(text, rule.GetString()!) => $"does not match {OutputChecks.Shown(rule.GetString()!)}",
        "format" when !JsonSchemaFormat.Fits(rule.GetString()!, text) => $"is no {rule.GetString()}",
        _ => null,
    };

    private static string? OfNumber(string keyword, JsonElement rule, JsonElement value)
    {
        if (keyword is not ("minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf"))
        {
            return null;
        }

        if (!value.TryGetDecimal(out var number))
        {
            return "is a number out of range";
        }

        var limit = rule.GetDecimal();
        return keyword switch
        {
            "minimum" when number < limit => $"is below {rule}",
            "maximum" when number > limit => $"is above {rule}",
            "exclusiveMinimum" when number <= limit => $"is not above {rule}",
            "exclusiveMaximum" when number >= limit => $"is not below {rule}",
            "multipleOf" when number % limit != 0 => $"is no multiple of {rule}",
            _ => null,
        };
    }

    private static string? OfList(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "minItems" when value.GetArrayLength() < rule.GetInt32() => $"has fewer than {rule} items",
        "maxItems" when value.GetArrayLength() > rule.GetInt32() => $"has more than {rule} items",
        "uniqueItems" when rule.ValueKind == JsonValueKind.True && HasTwins([.. value.EnumerateArray()]) => "has the same item twice",
        _ => null,
    };

    private static string? OfObject(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "minProperties" when value.GetPropertyCount() < rule.GetInt32() => $"has fewer than {rule} members",
        "maxProperties" when value.GetPropertyCount() > rule.GetInt32() => $"has more than {rule} members",
        "required" when Missing(rule, value) is { Length: > 0 } missing => $"lacks {missing}",
        _ => null,
    };

    private static string Missing(JsonElement names, JsonElement value) =>
        string.Join(", ", names.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)));

    private static bool IsOfType(JsonElement rule, JsonElement value) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(type => Is(type.GetString()!, value)) : Is(rule.GetString()!, value);

    private static bool Is(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        _ => Kind(value) == type,
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Types(JsonElement rule) => rule.ValueKind == JsonValueKind.Array ? string.Join(" or ", rule.EnumerateArray().Select(type => type.GetString())) : rule.GetString()!;

    // JSON Schema counts code points.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static bool HasTwins(JsonElement[] items) => items.Index().Any(pair => items.Take(pair.Index).Any(earlier => JsonElement.DeepEquals(earlier, pair.Item)));
}
