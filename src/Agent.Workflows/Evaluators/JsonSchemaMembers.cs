using System.Text.Json;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Evaluators;

/// <summary>Which schemas a member of an object has to fit.</summary>
internal static class JsonSchemaMembers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<JsonElement> RulesOf(JsonElement schema, string name)
    {
        var rules = new List<JsonElement>();
        if (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out var own))
        {
            rules.Add(own);
        }

        if (schema.TryGetProperty("patternProperties", out var patterns))
        {
            rules.AddRange(patterns.EnumerateObject().Where(pattern => Matches(name, pattern.Name)).Select(pattern => pattern.Value));
        }

        if (rules.Count == 0 && schema.TryGetProperty("additionalProperties", out var others))
        {
            rules.Add(others);
        }

        return rules;
    }

    public static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);
}
