using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Problems;

/// <summary>Several things that are wrong with one request, in one answer.</summary>
internal static class ProblemList
{
    public static ProblemHttpResult Of(string code, IReadOnlyList<TemplateProblem> problems) => ApiProblem.Create(
        StatusCodes.Status422UnprocessableEntity, code, string.Join(' ', problems.Select(problem => problem.Text).Distinct()),
        ("errors", problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Text).ToArray())));
}
