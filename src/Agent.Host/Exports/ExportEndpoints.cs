using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PromptLab.Data.Exports;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Exports;

namespace PromptLab.Host.Exports;

/// <summary>Reports as files. A download takes both the owner's sign-in and the token of the link; one without the other is not enough.</summary>
internal static class ExportEndpoints
{
    private const int LargestPage = 200;

    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Exports");
        exports.MapGet("/", ListAsync).WithName("ListExports").WithSummary("Your exports, newest first")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var one = exports.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetExport").WithSummary("One export");
        one.MapGet("/manifest", ManifestAsync).WithName("GetExportManifest").WithSummary("What its file holds, to check it by")
            .ProducesProblem(StatusCodes.Status410Gone);
        one.MapGet("/download", DownloadAsync).WithName("DownloadExport").WithSummary("Its file; ranges are served")
            .ProducesProblem(StatusCodes.Status410Gone);
        return api;
    }

    private static async Task<Results<Ok<ListReply<ExportedReport>>, ProblemHttpResult>> ListAsync(
        HttpContext http, ExportRepository exports, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if (limit is < 1 or > LargestPage)
        {
            return ApiProblem.Invalid("limit_invalid", "limit", $"limit must be from 1 to {LargestPage}.");
        }

        var page = await exports.ListAsync(http.User.Owner(), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<ExportedReport>.Of(page, row => ExportedReport.Of(row)));
    }

    private static async Task<Results<Ok<ExportedReport>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, ExportRepository exports, CancellationToken cancellationToken) =>
        await exports.FindAsync(http.User.Owner(), id, cancellationToken) is { } row
            ? TypedResults.Ok(ExportedReport.Of(row))
            : ExportProblem.NotFound();

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> ManifestAsync(
        Guid id, HttpContext http, ExportRepository exports, ExportFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var row = await exports.FindAsync(http.User.Owner(), id, cancellationToken);
        return ExportProblem.Of(row, folder.Manifest(id), time.GetUtcNow()) is { } problem
            ? problem
            : TypedResults.PhysicalFile(folder.Manifest(id), "application/json", lastModified: row!.CompletedAt);
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid id, HttpContext http, ExportRepository exports, ExportFolder folder, TimeProvider time, CancellationToken cancellationToken,
        [Description("From download_url.")] string? token = null)
    {
        var row = await exports.FindAsync(http.User.Owner(), id, cancellationToken);
        if (row is not null && row.ExpiresAt is not null && !ExportLink.IsValid(row, token))
        {
            return ExportProblem.NotFound();
        }

        if (ExportProblem.Of(row, folder.Report(id), time.GetUtcNow()) is { } problem)
        {
            return problem;
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.PhysicalFile(
            folder.Report(id), "text/csv; charset=utf-8", row!.FileName, row.CompletedAt, new EntityTagHeaderValue($"\"{row.Sha256}\""),
            enableRangeProcessing: true);
    }
}
