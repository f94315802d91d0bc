using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

internal static class DatasetFileEndpoints
{
    private const long LargestFile = 20 * 1024 * 1024;
    private const string Csv = "text/csv";
    private const string JsonLines = "application/x-ndjson";

    public static void MapDatasetFiles(this IEndpointRouteBuilder dataset)
    {
        DatasetEndpoints.Changes(dataset.MapPost("/import", ImportAsync)).WithName("ImportDataset").WithSummary("Add the rows of a file, or put them in the place of those that there are")
            .WithDescription("CSV: a column for each variable, and `expected` and `note`. JSON Lines: `{\"variables\": {…}, \"expected\": …, \"note\": …}` or one flat object a line. "
                + "All rows are saved, or none; then `problems` names every line that cannot be read.")
            .Accepts<string>(Csv, JsonLines, "application/jsonl")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        dataset.MapGet("/export", ExportAsync).WithName("ExportDataset").WithSummary("The rows as a file that can be imported again")
            .Produces(StatusCodes.Status200OK, contentType: Csv).Produces(StatusCodes.Status200OK, contentType: JsonLines);
    }

    private static async Task<Results<Ok<DatasetImportDto>, ProblemHttpResult>> ImportAsync(
        Guid id, HttpContext http, DatasetFile files, CancellationToken cancellationToken,
        [Description("append (when missing) or replace")] string mode = "append")
    {
        if (mode is not ("append" or "replace"))
        {
            return ApiProblem.Invalid("mode_invalid", "mode", "mode is append or replace.");
        }

        if (!TryRead(http.Request, out var isCsv))
        {
            return ApiProblem.Create(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", $"Send the file as {Csv} or {JsonLines} (Content-Type).");
        }

        try
        {
            return Answer(await files.ImportAsync(http.User.Owner(), id, http.Request.Body, isCsv, mode == "replace", cancellationToken));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblem.Create(
                StatusCodes.Status413PayloadTooLarge, "dataset_file_too_large", $"A file has at most {LargestFile / 1024 / 1024} MB. Split it and import the parts one after the other.");
        }
    }

    private static Results<Ok<DatasetImportDto>, ProblemHttpResult> Answer((DatasetSaving? Saving, int Rows, IReadOnlyList<LineProblem> Problems) import) => import switch
    {
        { Problems: { Count: > 0 } problems } => ApiProblem.Create(
            StatusCodes.Status422UnprocessableEntity, "dataset_file_invalid",
            $"Nothing was imported: line {problems[0].Line} and {problems.Count - 1} more. Mend them and import the file again.".Replace(" and 0 more", "", StringComparison.Ordinal),
            ("imported", 0), ("problems", problems)),
        { Saving: DatasetSaving.Saved saved } => TypedResults.Ok(new DatasetImportDto(import.Rows, DatasetDto.Of(saved.Dataset))),
        _ => DatasetAnswer.Problem(import.Saving!),
    };

    private static bool TryRead(HttpRequest request, out bool isCsv)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        isCsv = type == Csv;
        return isCsv || type is JsonLines or "application/ndjson" or "application/jsonl" or "application/x-jsonlines";
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        Guid id, HttpContext http, DatasetReader reader, CancellationToken cancellationToken,
        [Description("csv (when missing) or jsonl")] string format = "csv")
    {
        if (format is not ("csv" or "jsonl"))
        {
            return ApiProblem.Invalid("format_invalid", "format", "format is csv or jsonl.");
        }

        return await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } dataset
            ? TypedResults.Stream(
                stream => DatasetWriter.WriteAsync(reader, dataset, stream, format == "csv", cancellationToken), format == "csv" ? $"{Csv}; charset=utf-8" : JsonLines, $"dataset.{format}")
            : DatasetAnswer.NotFound();
    }
}
