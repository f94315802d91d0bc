using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

internal static class TemplateVersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder template)
    {
        template.MapGet("/versions", ListAsync).WithName("ListTemplateVersions").WithSummary("Its versions, the newest first");
        template.MapGet("/versions/{number:int}", GetAsync).WithName("GetTemplateVersion").WithSummary("One version");
        template.MapGet("/diff", CompareAsync).WithName("CompareTemplateVersions").WithSummary("What changed between two versions, word by word");
        template.MapPost("/restore/{number:int}", RestoreAsync).WithName("RestoreTemplateVersion")
            .WithSummary("Make an earlier text the newest version").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ListReply<TemplateVersionDto>>, ProblemHttpResult>> ListAsync(
        Guid id, HttpContext http, TemplateReader reader, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is { } template
            ? TypedResults.Ok(ListReply<TemplateVersionDto>.Of(await reader.VersionsAsync(template, cursor, limit, cancellationToken), TemplateVersionDto.Of))
            : TemplateAnswer.NotFound();
    }

    private static async Task<Results<Ok<TemplateVersionDto>, ProblemHttpResult>> GetAsync(
        Guid id, int number, HttpContext http, TemplateReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is not { } template)
        {
            return TemplateAnswer.NotFound();
        }

        return await reader.VersionAsync(template, number, cancellationToken) is { } version
            ? TypedResults.Ok(TemplateVersionDto.Of(version))
            : TemplateAnswer.VersionNotFound(number);
    }

    private static async Task<Results<Ok<TemplateDifferenceDto>, ProblemHttpResult>> CompareAsync(
        Guid id, int from, int to, HttpContext http, TemplateReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is not { } template)
        {
            return TemplateAnswer.NotFound();
        }

        if (await reader.VersionAsync(template, from, cancellationToken) is not { } before)
        {
            return TemplateAnswer.VersionNotFound(from);
        }

        return await reader.VersionAsync(template, to, cancellationToken) is { } after
            ? TypedResults.Ok(TemplateDifferenceDto.Of(before, after))
            : TemplateAnswer.VersionNotFound(to);
    }

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> RestoreAsync(
        Guid id, int number, HttpContext http, TemplateService templates, CancellationToken cancellationToken) =>
        TemplateAnswer.Of(await templates.RestoreAsync(http.User.Owner(), id, number, cancellationToken));
}
