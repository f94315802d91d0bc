using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

internal static class TemplateFileEndpoints
{
    private const string Yaml = "application/yaml";

    public static void MapExport(this IEndpointRouteBuilder template) =>
        template.MapGet("/export", ExportAsync).WithName("ExportTemplate").WithSummary("A version as a file in Semantic Kernel's YAML schema")
            .Produces(StatusCodes.Status200OK, contentType: Yaml);

    public static void MapImport(this IEndpointRouteBuilder templates) =>
        templates.MapPost("/import", ImportAsync).WithName("ImportTemplate").WithSummary("Save a file in Semantic Kernel's YAML schema as a template")
            .WithDescription("A template of the file's name gets the text as a new version; without one it is created.")
            .Accepts<string>(Yaml, "application/x-yaml", "text/yaml", "text/plain")
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        Guid id, HttpContext http, TemplateReader reader, CancellationToken cancellationToken, int? version = null)
    {
        if (await reader.FindVisibleAsync(http.User.Owner(), id, cancellationToken) is not { } template)
        {
            return TemplateAnswer.NotFound();
        }

        var number = version ?? template.Version;
        return await reader.VersionAsync(template, number, cancellationToken) is { } found
            ? TypedResults.File(Encoding.UTF8.GetBytes(TemplateFile.Write(template, found.Body)), Yaml, $"{number}.yaml")
            : TemplateAnswer.VersionNotFound(number);
    }

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> ImportAsync(
        HttpContext http, TemplateService templates, CancellationToken cancellationToken)
    {
        using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
        try
        {
            var draft = TemplateFile.Read(await body.ReadToEndAsync(cancellationToken));
            return TemplateAnswer.Of(await templates.CreateOrChangeAsync(http.User.Owner(), draft, cancellationToken));
        }
        catch (FormatException exception)
        {
            return ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "template_file_invalid", $"The file cannot be used: {exception.Message}.");
        }
    }
}
