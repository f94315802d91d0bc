using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

/// <summary>What came of saving, as HTTP says it.</summary>
internal static class PipelineAnswer
{
    public static Results<Ok<PipelineDto>, ProblemHttpResult> Of(PipelineSaving saving) =>
        saving is PipelineSaving.Saved saved ? TypedResults.Ok(PipelineDto.Of(saved)) : Problem(saving);

    public static ProblemHttpResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "pipeline_not_found", "There is no such pipeline.");

    public static ProblemHttpResult Problem(PipelineSaving saving) => saving switch
    {
        PipelineSaving.Invalid invalid => Invalid("pipeline_invalid", invalid.Problems),
        PipelineSaving.NotOwner other => ApiProblem.Create(
            StatusCodes.Status403Forbidden, "not_owner", $"The pipeline is {other.Owner}'s, who shares it. Only {other.Owner} can change it; you can run it, or save a copy of your own."),
        PipelineSaving.NameTaken taken => ApiProblem.Create(
            StatusCodes.Status409Conflict, "pipeline_name_taken",
            $"You have a pipeline {(taken.Name.Length == 0 ? "of this name" : $"called “{taken.Name}”")} already. Choose another name, or change that one."),
        PipelineSaving.Stale stale => ApiProblem.Create(
            StatusCodes.Status409Conflict, "pipeline_changed", "The pipeline was changed since you read it. Read it again and repeat your change.", ("revision", stale.Revision)),
        _ => NotFound(),
    };

    /// <summary>All problems in one answer; <c>problems</c> has the warnings, too.</summary>
    public static ProblemHttpResult Invalid(string code, IReadOnlyList<PipelineProblem> problems)
    {
        var errors = problems.Where(problem => problem.IsError).ToList();
        return ApiProblem.Create(
            StatusCodes.Status422UnprocessableEntity, code, string.Join(' ', errors.Select(problem => problem.Message).Distinct()),
            ("errors", errors.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray())),
            ("problems", problems));
    }
}
