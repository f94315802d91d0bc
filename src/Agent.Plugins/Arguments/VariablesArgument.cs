using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Arguments;

internal static class VariablesArgument
{
    private const string Argument = "variables";
    private static readonly char[] Between = [',', ';', '\n'];
    private static readonly char[] Signs = ['=', ':'];

    /// <summary>Names and texts of an object, or of a text like <c>month = December, language: Dutch</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(RequestDraft draft)
    {
        var variables = draft.Given.Values[Argument] is JsonObject given
            ? given.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key.Trim(), pair => Text(pair.Value!), StringComparer.Ordinal)
            : Parse(draft.Given.Text(Argument) ?? "");
        if (variables.Count > 0)
        {
            draft.Settle(Argument, new JsonObject(variables.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))));
        }

        return variables;
    }

    private static Dictionary<string, string> Parse(string text)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.IndexOfAny(Signs) is > 0 and var sign)
            {
                variables[part[..sign].Trim()] = part[(sign + 1)..].Trim().Trim('"');
            }
        }

        return variables;
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
