using PromptLab.Data.Datasets;
using PromptLab.Data.Paging;

namespace PromptLab.Workflows.Datasets;

/// <summary>Finds datasets and their rows: the user's own, and what others share with the team. Anything else is not found.</summary>
public sealed class DatasetReader(DatasetRepository datasets, DatasetList list, DatasetCaseRepository cases)
{
    private const int Batch = 500;

    public async Task<Dataset?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        await datasets.FindVisibleAsync(user, id, cancellationToken) is { } row ? Dataset.Of(row) : null;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<Dataset>> ListAsync(string user, DatasetFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var page = await list.ReadAsync(user, filter, cursor, limit, cancellationToken);
        return new([.. page.Data.Select(Dataset.Of)], page.Next);
    }

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DatasetCase>> RowsAsync(Dataset dataset, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var page = await cases.ListAsync(dataset.Id, cursor, limit, cancellationToken);
        return new([.. page.Data.Select(DatasetCase.Of)], page.Next);
    }

    public async Task<DatasetCase?> RowAsync(Dataset dataset, Guid id, CancellationToken cancellationToken) =>
        await cases.FindAsync(dataset.Id, id, cancellationToken) is { } row ? DatasetCase.Of(row) : null;

    /// <summary>All of them, a batch at a time.</summary>
    public async IAsyncEnumerable<DatasetCase> AllRowsAsync(
        Dataset dataset, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0;
        while (await cases.ReadAsync(dataset.Id, after, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var row in batch)
            {
                yield return DatasetCase.Of(row);
            }

            after = batch[^1].Ordinal;
        }
    }
}
