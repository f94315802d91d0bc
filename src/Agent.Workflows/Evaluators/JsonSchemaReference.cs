using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>JSON pointers within one schema.</summary>
internal static class JsonSchemaReference
{
    /// <summary>Null when there is nothing at the place.</summary>
    public static JsonElement? Find(JsonElement root, JsonElement reference)
    {
        if (reference.ValueKind != JsonValueKind.String || reference.GetString() is not ['#', ..] pointer)
        {
            return null;
        }

        var place = root;
        foreach (var part in pointer[1..].Split('/').Skip(1).Select(Unescape))
        {
            if (Step(place, part) is not { } next)
            {
                return null;
            }

            place = next;
        }

        return pointer is "#" or ['#', '/', ..] ? place : null;
    }

    private static JsonElement? Step(JsonElement place, string part) => place.ValueKind switch
    {
        JsonValueKind.Object when place.TryGetProperty(part, out var member) => member,
        JsonValueKind.Array when int.TryParse(part, out var index) && index >= 0 && index < place.GetArrayLength() => place[index],
        _ => null,
    };

    private static string Unescape(string part) => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
