using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>The evaluators that need no model.</summary>
public static class OutputChecks
{
    private const int LongestShown = 200;

    /// <param name="evaluator">Of any kind but <see cref="EvaluatorKind.Judge"/>.</param>
    /// <param name="expected">Of the row; null for nothing.</param>
    public static CheckResult Run(Evaluator evaluator, string output, JsonElement? expected) =>
        CheckResult.Of(evaluator, Find(evaluator, output, expected));

    /// <summary>Not cut within a character: PostgreSQL takes no half ones.</summary>
    internal static string Shown(string text) =>
        text.Length <= LongestShown ? text : text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";

    private static Finding Find(Evaluator evaluator, string output, JsonElement? expected)
    {
        if (evaluator.Kind == EvaluatorKind.JsonSchema)
        {
            return JsonSchemaCheck.Find(evaluator, output);
        }

        if ((evaluator.Value ?? Expectation.Text(expected)) is not { } text)
        {
            return Finding.Error($"The row expects nothing, so {evaluator.Name} has nothing to compare with. Give the row an expected text, or the evaluator a value.");
        }

        return evaluator.Kind switch
        {
            EvaluatorKind.Exact => ExactCheck.Find(evaluator, output, text),
            EvaluatorKind.Contains => Contains(evaluator, output, text),
            EvaluatorKind.Regex => RegexCheck.Find(evaluator, output, text),
            EvaluatorKind.Numeric => NumericCheck.Find(evaluator, output, text),
            _ => Finding.Error($"There is no evaluator of the kind {evaluator.Kind}."),
        };
    }

    private static Finding Contains(Evaluator evaluator, string output, string text) => Finding.Of(
        output.Contains(text, evaluator.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
        $"The output contains “{Shown(text)}”.",
        $"The output does not contain “{Shown(text)}”.");
}
