using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

internal static class DatasetRowEndpoints
{
    public static void MapDatasetRows(this IEndpointRouteBuilder dataset)
    {
        var rows = dataset.MapGroup("/rows");
        rows.MapGet("/", ListAsync).WithName("ListDatasetRows").WithSummary("The rows of a dataset, in their order");
        DatasetEndpoints.Changes(rows.MapPost("/", AddAsync)).WithName("AddDatasetRows").WithSummary("Add rows: all of them, or none")
            .ProducesProblem(StatusCodes.Status409Conflict);
        DatasetEndpoints.Changes(rows.MapPatch("/{row:guid}", ChangeAsync)).WithName("ChangeDatasetRow")
            .WithSummary("Change a row; what is missing stays as it is, an expected of null removes it");
        DatasetEndpoints.Changes(rows.MapDelete("/{row:guid}", RemoveAsync)).WithName("RemoveDatasetRow").WithSummary("Remove a row");
    }

    private static async Task<Results<Ok<ListReply<DatasetRowDto>>, ProblemHttpResult>> ListAsync(
        Guid id, HttpContext http, DatasetReader reader, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } dataset
            ? TypedResults.Ok(ListReply<DatasetRowDto>.Of(await reader.RowsAsync(dataset, cursor, limit, cancellationToken), DatasetRowDto.Of))
            : DatasetAnswer.NotFound();
    }

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> AddAsync(
        Guid id, IReadOnlyList<DatasetRowBody?> body, HttpContext http, DatasetCases cases, CancellationToken cancellationToken) =>
        DatasetAnswer.Of(await cases.AddAsync(http.User.Owner(), id, [.. body.Select(row => (row ?? new()).ToDraft())], cancellationToken));

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid row, DatasetRowBody body, HttpContext http, DatasetReader reader, DatasetCases cases, CancellationToken cancellationToken)
    {
        if (await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is not { } dataset)
        {
            return DatasetAnswer.NotFound();
        }

        return await reader.RowAsync(dataset, row, cancellationToken) is { } before
            ? DatasetAnswer.Of(await cases.ChangeAsync(http.User.Owner(), id, row, body.ToDraft(before), cancellationToken))
            : DatasetAnswer.Problem(new DatasetSaving.RowNotFound());
    }

    private static async Task<Results<Ok<DatasetDto>, ProblemHttpResult>> RemoveAsync(
        Guid id, Guid row, HttpContext http, DatasetCases cases, CancellationToken cancellationToken) =>
        DatasetAnswer.Of(await cases.RemoveAsync(http.User.Owner(), id, row, cancellationToken));
}
