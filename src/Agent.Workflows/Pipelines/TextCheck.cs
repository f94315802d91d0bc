using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Texts of a step that cannot be read.</summary>
internal static class TextCheck
{
    private const int LongestText = 20_000;

    public static IEnumerable<PipelineProblem> Problems(string field, IReadOnlyDictionary<string, string> texts) => texts.SelectMany(text =>
        text.Value.Length > LongestText
            ? [Wrong($"{field}.{text.Key}", $"The text has {text.Value.Length} characters; at most {LongestText} are kept.")]
            : PlaceholderText.Parse(text.Value).Problems.Select(problem => Wrong($"{field}.{text.Key}", problem.Text)));
}
