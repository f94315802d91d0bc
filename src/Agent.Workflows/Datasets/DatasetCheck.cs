using PromptLab.Data.Sharing;
using PromptLab.Workflows.Evaluators;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Every reason at once why a draft cannot be saved.</summary>
internal static class DatasetCheck
{
    private const int LongestName = 120;
    private const int LongestDescription = 2_000;

    public static IReadOnlyList<TemplateProblem> Problems(DatasetDraft draft) =>
    [
        .. Check(draft.Name.Length is > 0 and <= LongestName && !draft.Name.Any(char.IsControl), "name", $"A name has 1 to {LongestName} characters on one line."),
        .. Check(draft.Description.Length <= LongestDescription, "description", $"A description has at most {LongestDescription} characters."),
        .. Check(draft.Threshold is >= 0 and <= 1, "threshold", "A threshold is the share of the rows that must pass: a number from 0 to 1."),
        .. Check(SharingScope.All.Contains(draft.Sharing), "sharing", $"sharing is {string.Join(" or ", SharingScope.All)}."),
        .. EvaluatorCheck.Problems(draft.Evaluators),
    ];

    private static IEnumerable<TemplateProblem> Check(bool holds, string field, string problem) => holds ? [] : [new(field, problem)];
}
