using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>Saves templates. Every change of the text makes a version; the same text makes none.</summary>
public sealed class TemplateService(TemplateRepository templates, TemplateVersionRepository versions)
{
    public async Task<TemplateSaving> CreateAsync(string owner, TemplateDraft draft, CancellationToken cancellationToken)
    {
        var tidy = draft.Tidy();
        return TemplateCheck.Problems(tidy) is { Count: > 0 } problems
            ? new TemplateSaving.Invalid(problems)
            : Saving(await templates.CreateAsync(owner, Change(tidy), cancellationToken), tidy.Name);
    }

    public async Task<TemplateSaving> ChangeAsync(string owner, Guid id, TemplateEdit edit, CancellationToken cancellationToken) =>
        await templates.FindAsync(owner, id, cancellationToken) is { } row
            ? await ReplaceAsync(owner, id, edit.Revision, edit.Apply(Template.Of(row), await NewestAsync(row, cancellationToken)), cancellationToken)
            : await templates.RefusalAsync(owner, id, cancellationToken);

    /// <summary>The template of the draft's name gets its text as a new version; without one it is created.</summary>
    public async Task<TemplateSaving> CreateOrChangeAsync(string owner, TemplateDraft draft, CancellationToken cancellationToken) =>
        await templates.FindByNameAsync(owner, draft.Name.Trim(), cancellationToken) is { } row
            ? await ReplaceAsync(owner, row.Id, null, draft, cancellationToken)
            : await CreateAsync(owner, draft, cancellationToken);

    /// <summary>Makes the text of an earlier version the newest one, as a version of its own.</summary>
    public async Task<TemplateSaving> RestoreAsync(string owner, Guid id, int number, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(owner, id, cancellationToken) is not { } row)
        {
            return await templates.RefusalAsync(owner, id, cancellationToken);
        }

        if (await versions.FindAsync(id, number, cancellationToken) is not { } version)
        {
            return new TemplateSaving.VersionNotFound(number);
        }

        var template = Template.Of(row);
        var text = TemplateBody.Of(version).ToText($"Version {number} restored");
        var change = new TemplateChange(template.Name, template.Description, template.Tags, text);
        return Saving(await templates.ChangeAsync(owner, id, row.Revision, change, cancellationToken), template.Name);
    }

    public async Task<TemplateSaving> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        Saving(await templates.UndeleteAsync(owner, id, cancellationToken), "");

    private async Task<TemplateSaving> ReplaceAsync(
        string owner, Guid id, int? revision, TemplateDraft draft, CancellationToken cancellationToken)
    {
        var tidy = draft.Tidy();
        return TemplateCheck.Problems(tidy) is { Count: > 0 } problems
            ? new TemplateSaving.Invalid(problems)
            : Saving(await templates.ChangeAsync(owner, id, revision, Change(tidy), cancellationToken), tidy.Name);
    }

    private async Task<TemplateBody> NewestAsync(TemplateRow row, CancellationToken cancellationToken) =>
        TemplateBody.Of((await versions.FindAsync(row.Id, row.Version, cancellationToken))!);

    private static TemplateChange Change(TemplateDraft draft) => new(draft.Name, draft.Description, draft.Tags, draft.Body.ToText(draft.Message), draft.Sharing);

    private static TemplateSaving Saving(TemplateStoring storing, string name) => storing switch
    {
        TemplateStoring.Stored stored => new TemplateSaving.Saved(Template.Of(stored.Template), TemplateVersion.Of(stored.Version), stored.IsNewVersion),
        TemplateStoring.NameTaken => new TemplateSaving.NameTaken(name),
        TemplateStoring.Stale stale => new TemplateSaving.Stale(stale.Revision),
        _ => new TemplateSaving.NotFound(),
    };
}
