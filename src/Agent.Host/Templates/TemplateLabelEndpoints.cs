using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

internal static class TemplateLabelEndpoints
{
    public static void MapLabels(this IEndpointRouteBuilder template)
    {
        template.MapPut("/labels/{name}", SetAsync).WithName("SetTemplateLabel").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Put a label on a version, or change its protection")
            .WithDescription("`production` is protected from the start. A protected label is moved in two steps: lift the protection, then move it. "
                + "With `gate_dataset_id` it moves only to versions whose latest evaluation on that dataset, as it is now, passed.");
        template.MapDelete("/labels/{name}", RemoveAsync).WithName("RemoveTemplateLabel").WithSummary("Remove a label").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> SetAsync(
        Guid id, string name, LabelChange body, HttpContext http, TemplateLabels labels, CancellationToken cancellationToken) =>
        !body.TryGetGate(out var gate) ? ApiProblem.Invalid("template_invalid", "gate_dataset_id", "Give the id of a dataset, or an empty text for none.")
        : body.Version is { } version ? TemplateAnswer.Of(await labels.SetAsync(http.User.Owner(), id, name, version, body.IsProtected, gate, cancellationToken))
        : ApiProblem.Invalid("version_missing", "version", "Give the number of the version that the label stands for.");

    private static async Task<Results<Ok<TemplateDto>, ProblemHttpResult>> RemoveAsync(
        Guid id, string name, HttpContext http, TemplateLabels labels, CancellationToken cancellationToken) =>
        TemplateAnswer.Of(await labels.RemoveAsync(http.User.Owner(), id, name, cancellationToken));
}
