using PromptLab.Data.Datasets;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Saves datasets. Somebody else's is changed by nobody, even when it is shared.</summary>
public sealed class DatasetService(DatasetRepository datasets, TemplateReader templates)
{
    public async Task<DatasetSaving> CreateAsync(string owner, DatasetDraft draft, CancellationToken cancellationToken)
    {
        var tidy = Tidy(draft);
        return await ProblemsAsync(owner, tidy, tidy.TemplateId, cancellationToken) is { Count: > 0 } problems
            ? new DatasetSaving.Invalid(problems)
            : Saving(await datasets.CreateAsync(owner, Change(tidy), cancellationToken), tidy.Name);
    }

    public async Task<DatasetSaving> ChangeAsync(string owner, Guid id, DatasetEdit edit, CancellationToken cancellationToken)
    {
        var (dataset, refusal) = await OwnAsync(owner, id, cancellationToken);
        if (dataset is null)
        {
            return refusal!;
        }

        // A template that has been deleted since does not keep a dataset from being changed.
        var tidy = Tidy(edit.Apply(dataset));
        return await ProblemsAsync(owner, tidy, edit.TemplateId is null ? null : tidy.TemplateId, cancellationToken) is { Count: > 0 } problems
            ? new DatasetSaving.Invalid(problems)
            : Saving(await datasets.ChangeAsync(owner, id, edit.Revision, Change(tidy), cancellationToken), tidy.Name);
    }

    public async Task<DatasetSaving> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var (dataset, refusal) = await OwnAsync(owner, id, cancellationToken);
        return dataset is null ? refusal!
            : await datasets.DeleteAsync(owner, id, cancellationToken) ? new DatasetSaving.Saved(dataset)
            : new DatasetSaving.NotFound();
    }

    public async Task<DatasetSaving> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        Saving(await datasets.UndeleteAsync(owner, id, cancellationToken), "");

    /// <summary>The user's own dataset, or why it is not.</summary>
    internal async Task<(Dataset? Dataset, DatasetSaving? Refusal)> OwnAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await datasets.FindVisibleAsync(owner, id, cancellationToken) switch
        {
            null => (null, new DatasetSaving.NotFound()),
            { } row when row.Owner != owner => (null, new DatasetSaving.NotOwner(row.Owner)),
            { } row => (Dataset.Of(row), null),
        };

    internal static DatasetSaving Saving(DatasetStoring storing, string name, int mostRows = 0) => storing switch
    {
        DatasetStoring.Stored stored => new DatasetSaving.Saved(Dataset.Of(stored.Dataset)),
        DatasetStoring.NameTaken => new DatasetSaving.NameTaken(name),
        DatasetStoring.Stale stale => new DatasetSaving.Stale(stale.Revision),
        DatasetStoring.TooManyRows full => new DatasetSaving.TooManyRows(full.RowCount, mostRows),
        _ => new DatasetSaving.NotFound(),
    };

    private async Task<IReadOnlyList<TemplateProblem>> ProblemsAsync(string owner, DatasetDraft draft, Guid? template, CancellationToken cancellationToken)
    {
        var isUnknown = template is { } id && await templates.FindVisibleAsync(owner, id, cancellationToken) is null;
        return [.. DatasetCheck.Problems(draft), .. isUnknown ? [new TemplateProblem("template_id", "There is no such template.")] : Array.Empty<TemplateProblem>()];
    }

    private static DatasetDraft Tidy(DatasetDraft draft) => draft with { Name = draft.Name.Trim(), Description = draft.Description.Trim() };

    private static DatasetChange Change(DatasetDraft draft) =>
        new(draft.Name, draft.Description, draft.TemplateId, TemplateJson.Write(draft.Evaluators), draft.Threshold, draft.Sharing);
}
