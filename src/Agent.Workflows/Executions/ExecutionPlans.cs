using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Executions;

/// <summary>Finds the version that a request means and puts its values in place. Another owner's template is found only while it is shared.</summary>
public sealed class ExecutionPlans(TemplateReader templates)
{
    public async Task<ExecutionPlan> MakeAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        if (await templates.FindVisibleAsync(request.Owner, request.TemplateId, cancellationToken) is not { } template)
        {
            return new ExecutionPlan.TemplateNotFound();
        }

        if (request.Label is { } label && !template.Labels.ContainsKey(label))
        {
            return new ExecutionPlan.LabelNotFound(label);
        }

        var number = request.Version ?? (request.Label is { } name ? template.Labels[name].Version : template.Version);
        return await templates.VersionAsync(template, number, cancellationToken) is { } version
            ? Fill(request, template, version)
            : new ExecutionPlan.VersionNotFound(number);
    }

    private static ExecutionPlan Fill(ExecutionRequest request, Template template, TemplateVersion version)
    {
        var (prompt, problems) = TemplateRendering.Render(version.Body, request.Variables);
        TemplateProblem[] all = [.. problems, .. request.Parameters.Problems()];
        return prompt is null || all.Length > 0
            ? new ExecutionPlan.Invalid(all)
            : new ExecutionPlan.Ready(template, version, prompt, request.Parameters.Or(version.Body.Parameters));
    }
}
