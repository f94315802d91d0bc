using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline.State;

/// <summary>Arguments as text.</summary>
internal static class ArgumentText
{
    public static string Of(JsonNode value) => value switch
    {
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        JsonObject range when range.ContainsKey("from") => $"{range["from"]} to {range["to"]}",
        _ => value.ToJsonString(),
    };

    public static DateRange? Range(JsonNode value, DateOnly today) =>
        DatePhrases.Resolve(Of(value), today) is DateResolution.Range { Value: var range } ? range : null;
}
