using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Finds the templates that steps name.</summary>
public sealed class StepTemplates(TemplateReader templates)
{
    /// <returns>In the order of the steps; null for those that name none.</returns>
    public async Task<IReadOnlyList<StepTemplate?>> ReadAsync(string user, IReadOnlyList<PipelineStep> steps, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, Template?>();
        var found = new List<StepTemplate?>(steps.Count);
        foreach (var step in steps)
        {
            found.Add(step is { Kind: PipelineStepKind.Template, TemplateId: { } id } ? await ReadAsync(user, step, id, known, cancellationToken) : null);
        }

        return found;
    }

    private async Task<StepTemplate> ReadAsync(
        string user, PipelineStep step, Guid id, Dictionary<Guid, Template?> known, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(id, out var template))
        {
            known[id] = template = await templates.FindVisibleAsync(user, id, cancellationToken);
        }

        if (template is null)
        {
            return new StepTemplate.Unknown();
        }

        if (step.Label is { } label && !template.Labels.ContainsKey(label))
        {
            return new StepTemplate.LabelUnknown(template, label);
        }

        var number = step.Version ?? (step.Label is { } name ? template.Labels[name].Version : template.Version);
        return await templates.VersionAsync(template, number, cancellationToken) is { } version
            ? new StepTemplate.Found(template, version)
            : new StepTemplate.VersionUnknown(template, number);
    }
}
