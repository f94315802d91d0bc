namespace PromptLab.Data.Datasets;

/// <summary>What came of storing a dataset or its rows; nothing is stored unless it is <see cref="Stored"/>.</summary>
public abstract record DatasetStoring
{
    private DatasetStoring()
    {
    }

    public sealed record Stored(DatasetRow Dataset) : DatasetStoring;

    public sealed record NotFound : DatasetStoring;

    /// <summary>The owner has another dataset of this name.</summary>
    public sealed record NameTaken : DatasetStoring;

    /// <summary>Somebody changed it since the revision that the change was made for.</summary>
    public sealed record Stale(int Revision) : DatasetStoring;

    /// <summary>It would have more rows than a dataset may have.</summary>
    public sealed record TooManyRows(int RowCount) : DatasetStoring;
}
