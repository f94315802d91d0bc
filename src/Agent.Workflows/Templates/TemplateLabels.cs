using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>Moves the labels of templates. Two who do so at once both succeed, one after the other.</summary>
public sealed class TemplateLabels(TemplateRepository templates, TemplateVersionRepository versions, LabelGate gates)
{
    /// <summary>Puts a label on a version, or changes its protection. A protected label is moved in two steps, the first of which lifts the protection.</summary>
    /// <param name="isProtected">Null keeps it; a new label is protected only if it is <c>production</c>.</param>
    /// <param name="gate">A dataset that a version must have passed before the label moves to it; null keeps what there is, <see cref="Guid.Empty"/> removes it.</param>
    public async Task<TemplateSaving> SetAsync(
        string owner, Guid id, string label, int version, bool? isProtected, Guid? gate, CancellationToken cancellationToken) =>
        !TemplateLabel.IsName(label) ? new TemplateSaving.Invalid([new("name", TemplateLabel.Rule)])
        : await gates.ProblemAsync(owner, gate, cancellationToken) is { } problem ? new TemplateSaving.Invalid([problem])
        : await versions.FindAsync(id, version, cancellationToken) is null
            ? await templates.FindAsync(owner, id, cancellationToken) is null ? await templates.RefusalAsync(owner, id, cancellationToken) : new TemplateSaving.VersionNotFound(version)
            : await UpdateAsync(
                owner, id, async labels => labels.GetValueOrDefault(label) is { IsProtected: true } held && held.Version != version
                    ? new TemplateSaving.LabelProtected(label)
                    : await gates.RefusalAsync(owner, id, label, labels.GetValueOrDefault(label), version, gate, cancellationToken)
                        ?? Put(labels, label, version, isProtected, gate),
                cancellationToken);

    public Task<TemplateSaving> RemoveAsync(string owner, Guid id, string label, CancellationToken cancellationToken) => UpdateAsync(
        owner,
        id,
        labels => Task.FromResult<TemplateSaving?>(labels.GetValueOrDefault(label) switch
        {
            null => new TemplateSaving.LabelNotFound(label),
            { IsProtected: true } => new TemplateSaving.LabelProtected(label),
            _ => labels.Remove(label) ? null : new TemplateSaving.LabelNotFound(label),
        }),
        cancellationToken);

    private static TemplateSaving? Put(Dictionary<string, TemplateLabel> labels, string label, int version, bool? isProtected, Guid? gate)
    {
        var before = labels.GetValueOrDefault(label);
        labels[label] = new(version, isProtected ?? before?.IsProtected ?? label == TemplateLabel.Production)
        {
            GateDatasetId = gate is null ? before?.GateDatasetId : gate == Guid.Empty ? null : gate,
        };
        return null;
    }

    /// <summary>Each further round means that somebody else has just changed the template.</summary>
    /// <param name="change">Changes the labels, or says why not.</param>
    private async Task<TemplateSaving> UpdateAsync(
        string owner, Guid id, Func<Dictionary<string, TemplateLabel>, Task<TemplateSaving?>> change, CancellationToken cancellationToken)
    {
        while (await templates.FindAsync(owner, id, cancellationToken) is { } row)
        {
            var labels = TemplateJson.Read<Dictionary<string, TemplateLabel>>(row.Labels);
            if (await change(labels) is { } refusal)
            {
                return refusal;
            }

            if (await templates.SetLabelsAsync(owner, id, row.Revision, TemplateJson.Write(labels), cancellationToken) is { } changed)
            {
                var newest = (await versions.FindAsync(id, changed.Version, cancellationToken))!;
                return new TemplateSaving.Saved(Template.Of(changed), TemplateVersion.Of(newest), IsNewVersion: false);
            }
        }

        return await templates.RefusalAsync(owner, id, cancellationToken);
    }
}
