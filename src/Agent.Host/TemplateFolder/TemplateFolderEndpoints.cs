using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Host.Templates;
using PromptLab.Workflows.TemplateFolder;

namespace PromptLab.Host.TemplateFolder;

internal static class TemplateFolderEndpoints
{
    public static IEndpointRouteBuilder MapTemplateFolder(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("/templates/sync").WithTags("Templates").ProducesProblem(StatusCodes.Status409Conflict);
        sync.MapGet("/", GetAsync).WithName("GetTemplateSync").WithSummary("How the templates and their folder stand");
        sync.MapPost("/", RunAsync).WithName("RunTemplateSync").WithSummary("Synchronise the templates with their folder now");
        sync.MapPost("/conflicts/{templateId:guid}", DecideAsync).WithName("DecideTemplateConflict").WithSummary("Keep the template or the file where both changed")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<Ok<TemplateFolderDto>> GetAsync(
        HttpContext http, TemplateFolderSync sync, TemplateFolderWatcher watcher, CancellationToken cancellationToken) =>
        TypedResults.Ok(sync.IsOf(http.User.Owner())
            ? TemplateFolderDto.Of(await sync.StatusAsync(cancellationToken), watcher.IsWatching)
            : TemplateFolderDto.None);

    private static async Task<Results<Ok<TemplateFolderDto>, ProblemHttpResult>> RunAsync(
        HttpContext http, TemplateFolderSync sync, TemplateFolderWatcher watcher, CancellationToken cancellationToken)
    {
        if (!sync.IsOf(http.User.Owner()))
        {
            return Off();
        }

        return await sync.RunAsync(cancellationToken) ? TypedResults.Ok(TemplateFolderDto.Of(await sync.StatusAsync(cancellationToken), watcher.IsWatching)) : Elsewhere();
    }

    private static async Task<Results<Ok<TemplateFolderDto>, ProblemHttpResult>> DecideAsync(
        Guid templateId, ConflictDecision body, HttpContext http, TemplateFolderSync sync, TemplateFolderWatcher watcher, CancellationToken cancellationToken)
    {
        if (!sync.IsOf(http.User.Owner()))
        {
            return NotFound();
        }

        if (body.Keep is not ("template" or "file"))
        {
            return ApiProblem.Invalid("keep_invalid", "keep", "keep is template or file.");
        }

        return await sync.DecideAsync(templateId, body.Keep == "file", cancellationToken) switch
        {
            ConflictEnd.Decided => TypedResults.Ok(TemplateFolderDto.Of(await sync.StatusAsync(cancellationToken), watcher.IsWatching)),
            ConflictEnd.Elsewhere => Elsewhere(),
            ConflictEnd.Changed => ApiProblem.Create(StatusCodes.Status409Conflict, "sync_changed", "The template or the file has just changed again. Look at both sides once more."),
            ConflictEnd.FileUnusable unusable => ApiProblem.Invalid("template_file_invalid", "keep", $"The file cannot be kept. {unusable.Problem}"),
            ConflictEnd.Refused refused => TemplateAnswer.Problem(refused.Saving),
            _ => NotFound(),
        };
    }

    private static ProblemHttpResult Off() => ApiProblem.Create(
        StatusCodes.Status409Conflict, "sync_off", "No folder is kept in step with your templates. Set Templates:Folder, and Templates:Owner for another user than the local one.");

    private static ProblemHttpResult Elsewhere() => ApiProblem.Create(
        StatusCodes.Status409Conflict, "sync_elsewhere", "Another node keeps the folder in step and will see to it in a moment. Ask for the state again.");

    private static ProblemHttpResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, "conflict_not_found", "This template and its file are not in conflict.");
}
