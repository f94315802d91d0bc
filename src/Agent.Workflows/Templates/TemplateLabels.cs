using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>Moves the labels of templates. Two who do so at once both succeed, one after the other.</summary>
public sealed class TemplateLabels(TemplateRepository templates, TemplateVersionRepository versions)
{
    /// <summary>Puts a label on a version, or changes its protection. A protected label is moved in two steps, the first of which lifts the protection.</summary>
    /// <param name="isProtected">Null keeps it; a new label is protected only if it is <c>production</c>.</param>
    public async Task<TemplateSaving> SetAsync(
        string owner, Guid id, string label, int version, bool? isProtected, CancellationToken cancellationToken) =>
        !TemplateLabel.IsName(label) ? new TemplateSaving.Invalid([new("name", TemplateLabel.Rule)])
        : await versions.FindAsync(id, version, cancellationToken) is null
            ? await templates.FindAsync(owner, id, cancellationToken) is null ? await templates.RefusalAsync(owner, id, cancellationToken) : new TemplateSaving.VersionNotFound(version)
            : await UpdateAsync(
                owner, id, labels => labels.GetValueOrDefault(label) is { IsProtected: true } held && held.Version != version
                    ? new TemplateSaving.LabelProtected(label)
                    : Put(labels, label, version, isProtected),
                cancellationToken);

    public Task<TemplateSaving> RemoveAsync(string owner, Guid id, string label, CancellationToken cancellationToken) => UpdateAsync(
        owner,
        id,
        labels => labels.GetValueOrDefault(label) switch
        {
            null => new TemplateSaving.LabelNotFound(label),
            { IsProtected: true } => new TemplateSaving.LabelProtected(label),
            _ => labels.Remove(label) ? null : new TemplateSaving.LabelNotFound(label),
        },
        cancellationToken);

    private static TemplateSaving? Put(Dictionary<string, TemplateLabel> labels, string label, int version, bool? isProtected)
    {
        labels[label] = new(version, isProtected ?? labels.GetValueOrDefault(label)?.IsProtected ?? label == TemplateLabel.Production);
        return null;
    }

    /// <summary>Each further round means that somebody else has just changed the template.</summary>
    /// <param name="change">Changes the labels, or says why not.</param>
    private async Task<TemplateSaving> UpdateAsync(
        string owner, Guid id, Func<Dictionary<string, TemplateLabel>, TemplateSaving?> change, CancellationToken cancellationToken)
    {
        while (await templates.FindAsync(owner, id, cancellationToken) is { } row)
        {
            var labels = TemplateJson.Read<Dictionary<string, TemplateLabel>>(row.Labels);
            if (change(labels) is { } refusal)
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
