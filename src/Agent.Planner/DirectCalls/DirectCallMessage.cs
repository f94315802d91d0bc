using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.DirectCalls;

/// <summary>A call in the words of the person who made it: "Country: France · Period: last week".</summary>
internal static class DirectCallMessage
{
    private const int LongestValue = 200;

    /// <param name="before">The request before, of which only the differences are said when the tool is the same.</param>
    public static string Of(DirectCall call, SettledCall? before)
    {
        var known = before?.Tool == call.Tool ? before.Args : null;
        var changed = call.Arguments.Where(argument => argument.Value is not null && !JsonNode.DeepEquals(argument.Value, known?[argument.Key]))
            .Select(argument => $"{Label(argument.Key)}: {Text(argument.Value!)}");
        var removed = (known ?? []).Where(argument => call.Arguments[argument.Key] is null).Select(argument => $"{Label(argument.Key)}: the usual");
        var parts = changed.Concat(removed).ToArray();
        return known is not null && parts.Length > 0 ? string.Join(" · ", parts) : string.Join(" · ", [Words(call.Tool), .. parts]);
    }

    private static string Label(string argument) => argument switch
    {
        "date_range" => "Period",
        "top_n" => "Places",
        "min_conversions" => "Minimum",
        "sort_by" => "Ranked by",
        "group_by" => "Grouped by",
        _ => Words(argument),
    };

    private static string Text(JsonNode value)
    {
        var text = value switch
        {
            JsonObject range when range["from"] is { } from => range["to"] is { } to ? $"{from} – {to}" : $"since {from}",
            JsonArray list => string.Join(", ", list),
            JsonValue flag when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False => flag.GetValue<bool>() ? "yes" : "no",
            _ => value.ToString(),
        };
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    private static string Words(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
