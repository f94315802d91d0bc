using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Arguments;

internal static class ListArgument
{
    private static readonly string[] Separators = [",", ";", "\n", "+", "&", " and ", " und ", " en ", " y ", " et "];

    /// <summary>The texts of an array, or of a text like "sub1, sub2 and affiliate"; empty when not given.</summary>
    public static IReadOnlyList<string> Read(RequestDraft draft, string argument) => draft.Given.Values[argument] switch
    {
        JsonArray list => [.. list.OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>().Trim())],
        _ when draft.Given.Text(argument) is { } text =>
            text.Trim('[', ']').Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => [],
    };
}
