using PromptLab.Data.Datasets;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Saves the rows of datasets. Every change raises the dataset's revision.</summary>
public sealed class DatasetCases(DatasetService datasets, DatasetCaseRepository cases)
{
    /// <summary>As many rows as a dataset may have.</summary>
    public const int Most = 20_000;

    /// <summary>Adds all of them, or none.</summary>
    public async Task<DatasetSaving> AddAsync(string owner, Guid id, IReadOnlyList<DatasetCaseDraft> rows, CancellationToken cancellationToken)
    {
        TemplateProblem[] problems = [.. rows.SelectMany((row, index) => DatasetCaseCheck.Problems(row).Select(problem => new TemplateProblem($"[{index}]", problem)))];
        return rows.Count == 0 ? new DatasetSaving.Invalid([new("", "Give at least one row.")])
            : problems.Length > 0 ? new DatasetSaving.Invalid(problems)
            : await StoreAsync(owner, id, rows, replaces: false, cancellationToken);
    }

    public async Task<DatasetSaving> ChangeAsync(string owner, Guid id, Guid row, DatasetCaseDraft draft, CancellationToken cancellationToken)
    {
        TemplateProblem[] problems = [.. DatasetCaseCheck.Problems(draft).Select(problem => new TemplateProblem("variables", problem))];
        var (dataset, refusal) = await datasets.OwnAsync(owner, id, cancellationToken);
        return dataset is null ? refusal!
            : problems.Length > 0 ? new DatasetSaving.Invalid(problems)
            : Touched(await cases.ChangeAsync(owner, id, row, draft.ToText(), cancellationToken));
    }

    public async Task<DatasetSaving> RemoveAsync(string owner, Guid id, Guid row, CancellationToken cancellationToken)
    {
        var (dataset, refusal) = await datasets.OwnAsync(owner, id, cancellationToken);
        return dataset is null ? refusal! : Touched(await cases.RemoveAsync(owner, id, row, cancellationToken));
    }

    /// <summary>Stores rows that were checked.</summary>
    internal async Task<DatasetSaving> StoreAsync(string owner, Guid id, IReadOnlyList<DatasetCaseDraft> rows, bool replaces, CancellationToken cancellationToken)
    {
        var (dataset, refusal) = await datasets.OwnAsync(owner, id, cancellationToken);
        return dataset is null
            ? refusal!
            : DatasetService.Saving(await cases.AddAsync(owner, id, [.. rows.Select(row => row.ToText())], replaces, Most, cancellationToken), dataset.Name, Most);
    }

    private static DatasetSaving Touched(DatasetRow? dataset) =>
        dataset is null ? new DatasetSaving.RowNotFound() : new DatasetSaving.Saved(Dataset.Of(dataset));
}
