using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Evaluations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Datasets;
using PromptLab.Host.Problems;
using PromptLab.Host.Turns;
using PromptLab.Planner.Evaluations;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Evaluations;

internal static class DatasetEvaluationEndpoints
{
    private const int MostVersions = 500;

    public static void MapDatasetEvaluations(this IEndpointRouteBuilder api)
    {
        var dataset = api.MapGroup("/datasets/{id:guid}").WithTags("Evaluations").ProducesProblem(StatusCodes.Status404NotFound);
        EvaluationEndpoints.Runs(dataset.MapPost("/evaluations", StartAsync)).WithName("EvaluateTemplate").WithSummary("Run a version of a template over the rows of a dataset")
            .WithDescription("Streams AG-UI events with `Accept: text/event-stream` (`CUSTOM` `progress` and `result`), otherwise answers with the finished evaluation. "
                + "Rows and evaluators are those of this moment, whatever is changed while it runs. Closing the connection does not stop it; `X-Evaluation-Id` tells what to follow.");
        dataset.MapGet("/versions", VersionsAsync).WithName("ListDatasetVersions").WithSummary("How each version with each model did when it was last evaluated");
    }

    private static async Task<Results<TurnEventStream, Ok<EvaluationDto>, ProblemHttpResult>> StartAsync(
        Guid id, NewEvaluationBody body, HttpContext http, EvaluationEngine engine, EvaluationRepository evaluations, CancellationToken cancellationToken) =>
        body switch
        {
            { TemplateId: null } => ApiProblem.Invalid("evaluation_invalid", "template_id", "Give the id of the template to run."),
            { Version: not null, Label: not null } => ApiProblem.Invalid("version_ambiguous", "label", "Give a version or a label, not both."),
            _ => await EvaluationAnswer.OfAsync(await engine.StartAsync(body.ToRequest(http.User.Owner(), id), cancellationToken), http, evaluations, cancellationToken),
        };

    private static async Task<Results<Ok<DatasetVersionsDto>, ProblemHttpResult>> VersionsAsync(
        Guid id, HttpContext http, DatasetReader reader, EvaluationScores scores, CancellationToken cancellationToken)
    {
        var owner = http.User.Owner();
        return await reader.FindVisibleAsync(owner, id, cancellationToken) is null
            ? DatasetAnswer.NotFound()
            : TypedResults.Ok(new DatasetVersionsDto([.. (await scores.LatestAsync(owner, id, MostVersions, cancellationToken)).Select(DatasetVersionDto.Of)]));
    }
}
