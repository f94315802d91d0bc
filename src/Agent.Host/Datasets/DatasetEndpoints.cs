using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Datasets;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Host.Sharing;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

internal static class DatasetEndpoints
{
    public static IEndpointRouteBuilder MapDatasets(this IEndpointRouteBuilder api)
    {
        var datasets = api.MapGroup("/datasets").WithTags("Datasets").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        datasets.MapGet("/", ListAsync).WithName("ListDatasets").WithSummary("The datasets that you see, the last changed first");
        datasets.MapPost("/", CreateAsync).WithName("CreateDataset").WithSummary("Save a new dataset, to which rows are added").ProducesProblem(StatusCodes.Status409Conflict);

        var one = datasets.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetDataset").WithSummary("One dataset without its rows");
        Changes(one.MapPatch("/", ChangeAsync)).WithName("ChangeDataset").WithSummary("Change a dataset; other evaluators or another threshold raise its revision")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Changes(one.MapDelete("/", DeleteAsync)).WithName("DeleteDataset").WithSummary("Delete a dataset; it can be brought back");
        one.MapPost("/undelete", UndeleteAsync).WithName("UndeleteDataset").WithSummary("Bring a deleted dataset back").ProducesProblem(StatusCodes.Status409Conflict);
        one.MapDatasetRows();
        one.MapDatasetFiles();
        return api;
    }

    /// <summary>Only the owner does it.</summary>
    internal static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<Results<Ok<ListReply<DatasetDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, DatasetReader reader, CancellationToken cancellationToken,
        [Description("Words of the name or the description.")] string? search = null,
        [FromQuery(Name = "template_id"), Description("The template that they were made for.")] Guid? templateId = null,
        [Description("True for those that were deleted; always your own.")] bool deleted = false,
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

        var page = await reader.ListAsync(http.User.Owner(), new DatasetFilter(search, templateId, deleted, ownership), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<DatasetDto>.Of(page, DatasetDto.Of));
    }

    private static async Task<Results<Created<DatasetDto>, ProblemHttpResult>> CreateAsync(
        NewDataset body, HttpContext http, DatasetService datasets, CancellationToken cancellationToken) =>
        await datasets.CreateAsync(http.User.Owner(), body.ToDraft(), cancellationToken) switch
        {
            DatasetSaving.Saved saved => TypedResults.Created($"/api/v1/datasets/{saved.Dataset.Id}", DatasetDto.Of(saved.Dataset)),
            var refused => DatasetAnswer.Problem(refused),
        };

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, DatasetReader reader, CancellationToken cancellationToken) =>
        await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } dataset
            ? TypedResults.Ok(DatasetDto.Of(dataset))
            : DatasetAnswer.NotFound();

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangedDataset body, HttpContext http, DatasetService datasets, CancellationToken cancellationToken) =>
        body.TryGetEdit(out var edit)
            ? DatasetAnswer.Of(await datasets.ChangeAsync(http.User.Owner(), id, edit, cancellationToken))
            : ApiProblem.Invalid("dataset_invalid", "template_id", "Give the id of a template, or an empty text for none.");

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, HttpContext http, DatasetService datasets, CancellationToken cancellationToken) =>
        await datasets.DeleteAsync(http.User.Owner(), id, cancellationToken) switch
        {
            DatasetSaving.Saved => TypedResults.NoContent(),
            var refused => DatasetAnswer.Problem(refused),
        };

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> UndeleteAsync(
        Guid id, HttpContext http, DatasetService datasets, CancellationToken cancellationToken) =>
        DatasetAnswer.Of(await datasets.UndeleteAsync(http.User.Owner(), id, cancellationToken));
}
