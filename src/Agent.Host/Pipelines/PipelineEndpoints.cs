using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Pipelines;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Host.Sharing;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

internal static class PipelineEndpoints
{
    public static IEndpointRouteBuilder MapPipelines(this IEndpointRouteBuilder api)
    {
        var pipelines = api.MapGroup("/pipelines").WithTags("Pipelines").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        pipelines.MapGet("/", ListAsync).WithName("ListPipelines").WithSummary("The pipelines that you see, the last changed first");
        pipelines.MapPost("/", CreateAsync).WithName("CreatePipeline").WithSummary("Save a new pipeline").ProducesProblem(StatusCodes.Status409Conflict)
            .WithDescription("A pipeline with errors is not saved: the answer names all of them, each under its field.");
        pipelines.MapPost("/check", CheckAsync).WithName("CheckPipeline").WithSummary("Everything that is wrong with a pipeline, without saving it");

        var one = pipelines.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetPipeline").WithSummary("One pipeline");
        one.MapPatch("/", ChangeAsync).WithName("ChangePipeline").WithSummary("Change a pipeline; runs keep what they used").ProducesProblem(StatusCodes.Status409Conflict);
        one.MapDelete("/", DeleteAsync).WithName("DeletePipeline").WithSummary("Delete a pipeline; it can be brought back, and its runs stay");
        one.MapPost("/undelete", UndeleteAsync).WithName("UndeletePipeline").WithSummary("Bring a deleted pipeline back").ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    private static async Task<Results<Ok<ListReply<PipelineDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, PipelineReader reader, CancellationToken cancellationToken,
        [Description("Words of the name or the description.")] string? search = null,
        [Description("A tag that the pipelines have.")] string? tag = null,
        [FromQuery(Name = "template_id"), Description("A template that one of the steps uses.")] Guid? template = null,
        [Description("True for those of your own that were deleted.")] bool deleted = false,
        [Description(OwnershipQuery.Description)] string? owner = null,
        string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (!OwnershipQuery.TryRead(owner, out var ownership))
        {
            return OwnershipQuery.Problem();
        }

        var filter = new PipelineFilter(search, string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().ToLowerInvariant(), template, deleted, ownership);
        var page = await reader.ListAsync(http.User.Owner(), filter, cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<PipelineDto>.Of(page, PipelineDto.Of));
    }

    private static async Task<Results<Created<PipelineDto>, ProblemHttpResult>> CreateAsync(
        NewPipeline body, HttpContext http, PipelineService pipelines, CancellationToken cancellationToken) =>
        await pipelines.CreateAsync(http.User.Owner(), body.ToDraft(), cancellationToken) switch
        {
            PipelineSaving.Saved saved => TypedResults.Created($"/api/v1/pipelines/{saved.Pipeline.Id}", PipelineDto.Of(saved)),
            var refused => PipelineAnswer.Problem(refused),
        };

    private static async Task<Ok<PipelineFindings>> CheckAsync(
        NewPipeline body, HttpContext http, PipelineService pipelines, CancellationToken cancellationToken) =>
        TypedResults.Ok(await pipelines.CheckAsync(http.User.Owner(), body.ToDraft(), cancellationToken));

    private static async Task<Results<Ok<PipelineDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, PipelineReader reader, CancellationToken cancellationToken) =>
        await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } pipeline
            ? TypedResults.Ok(PipelineDto.Of(pipeline))
            : PipelineAnswer.NotFound();

    private static async Task<Results<Ok<PipelineDto>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangedPipeline body, HttpContext http, PipelineService pipelines, CancellationToken cancellationToken) =>
        body.Revision is { } revision
            ? PipelineAnswer.Of(await pipelines.ChangeAsync(http.User.Owner(), id, body.ToEdit(revision), cancellationToken))
            : ApiProblem.Invalid("revision_missing", "revision", "Send the revision that you read, so that nobody's change is lost.");

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, HttpContext http, PipelineRepository pipelines, PipelineService service, CancellationToken cancellationToken) =>
        await pipelines.DeleteAsync(http.User.Owner(), id, cancellationToken)
            ? TypedResults.NoContent()
            : PipelineAnswer.Problem(await service.RefusalAsync(http.User.Owner(), id, cancellationToken));

    private static async Task<Results<Ok<PipelineDto>, ProblemHttpResult>> UndeleteAsync(
        Guid id, HttpContext http, PipelineService pipelines, CancellationToken cancellationToken) =>
        PipelineAnswer.Of(await pipelines.UndeleteAsync(http.User.Owner(), id, cancellationToken));
}
