using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Workflows.Evaluators;

internal static class ExactCheck
{
    /// <summary>White space around it and the kind of line ends make no difference.</summary>
    public static Finding Find(Evaluator evaluator, string output, string text)
    {
        var comparison = evaluator.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var isSame = string.Equals(Tidy(output), Tidy(text), comparison) || IsSameJson(output, text);
        return Finding.Of(isSame, "The output is the expected text.", $"Expected was “{OutputChecks.Shown(text)}”.");
    }

    private static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>Objects and lists only: anything else is a text first.</summary>
    private static bool IsSameJson(string output, string text)
    {
        if (text.TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(output), JsonNode.Parse(text));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
