using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Templates;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Host.Sharing;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

internal static class TemplateEndpoints
{
    public static IEndpointRouteBuilder MapTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        templates.MapGet("/", ListAsync).WithName("ListTemplates").WithSummary("The prompt templates that you see, the last changed first");
        templates.MapPost("/", CreateAsync).WithName("CreateTemplate").WithSummary("Save a new template").ProducesProblem(StatusCodes.Status409Conflict);
        templates.MapImport();

        var one = templates.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetTemplate").WithSummary("One template with its newest version");
        one.MapPatch("/", ChangeAsync).WithName("ChangeTemplate").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Change a template; another text makes a new version, the same text none");
        one.MapGet("/usage", UsageAsync).WithName("TemplateUsage").WithSummary("The pipelines and datasets that use a template");
        one.MapDelete("/", DeleteAsync).WithName("DeleteTemplate").WithSummary("Delete a template; it can be brought back").ProducesProblem(StatusCodes.Status409Conflict)
            .WithDescription("A template in use is deleted with `force=true` only; without it the answer lists what uses it.");
        one.MapPost("/undelete", UndeleteAsync).WithName("UndeleteTemplate").WithSummary("Bring a deleted template back").ProducesProblem(StatusCodes.Status409Conflict);
        one.MapVersions();
        one.MapLabels();
        one.MapExport();
        return api;
    }

    private static async Task<Results<Ok<ListReply<TemplateSummaryDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, TemplateReader reader, CancellationToken cancellationToken,
        [Description("Words of the name, the description or the newest text.")] string? search = null,
        [Description("A tag that the templates have.")] string? tag = null,
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

        var filter = new TemplateFilter(search, string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().ToLowerInvariant(), deleted, ownership);
        var page = await reader.ListAsync(http.User.Owner(), filter, cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<TemplateSummaryDto>.Of(page, TemplateSummaryDto.Of));
    }

    private static async Task<Results<Created<TemplateDto>, ProblemHttpResult>> CreateAsync(
        NewTemplate body, HttpContext http, TemplateService templates, CancellationToken cancellationToken) =>
        await templates.CreateAsync(http.User.Owner(), body.ToDraft(), cancellationToken) switch
        {
            TemplateSaving.Saved saved => TypedResults.Created($"/api/v1/templates/{saved.Template.Id}", TemplateDto.Of(saved)),
            var refused => TemplateAnswer.Problem(refused),
        };

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, TemplateReader reader, TemplateUses uses, CancellationToken cancellationToken) =>
        await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } template
            ? TypedResults.Ok(TemplateDto.Of(template, await reader.NewestAsync(template, cancellationToken)) with
            {
                UsedIn = TemplateUseDto.Of(await uses.ReadAsync(http.User.Owner(), id, cancellationToken)),
            })
            : TemplateAnswer.NotFound();

    private static async Task<Results<Ok<TemplateUsage>, ProblemHttpResult>> UsageAsync(
        Guid id, HttpContext http, TemplateReader reader, TemplateUses uses, CancellationToken cancellationToken) =>
        await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is null
            ? TemplateAnswer.NotFound()
            : TypedResults.Ok(await uses.ReadAsync(http.User.Owner(), id, cancellationToken));

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangedTemplate body, HttpContext http, TemplateService templates, TemplateUses uses, CancellationToken cancellationToken)
    {
        if (body.Revision is not { } revision)
        {
            return ApiProblem.Invalid("revision_missing", "revision", "Send the revision that you read, so that nobody's change is lost.");
        }

        return await templates.ChangeAsync(http.User.Owner(), id, body.ToEdit(revision), cancellationToken) switch
        {
            TemplateSaving.Saved saved => TypedResults.Ok(
                TemplateDto.Of(saved) with { UsedIn = TemplateUseDto.Of(await uses.ReadAsync(http.User.Owner(), id, cancellationToken)) }),
            var refused => TemplateAnswer.Problem(refused),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, HttpContext http, TemplateRepository templates, TemplateUses uses, CancellationToken cancellationToken,
        [Description("True to delete it although it is used.")] bool force = false)
    {
        var owner = http.User.Owner();
        if (await templates.FindAsync(owner, id, cancellationToken) is null)
        {
            return TemplateAnswer.Problem(await templates.RefusalAsync(owner, id, cancellationToken));
        }

        if (!force && await uses.ReadAsync(owner, id, cancellationToken) is { IsUsed: true } usage)
        {
            return TemplateAnswer.InUse(usage);
        }

        return await templates.DeleteAsync(owner, id, cancellationToken) ? TypedResults.NoContent() : TemplateAnswer.NotFound();
    }

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> UndeleteAsync(
        Guid id, HttpContext http, TemplateService templates, CancellationToken cancellationToken) =>
        TemplateAnswer.Of(await templates.UndeleteAsync(http.User.Owner(), id, cancellationToken));
}
