using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>What came of saving a dataset or its rows; nothing is changed unless it is <see cref="Saved"/>.</summary>
public abstract record DatasetSaving
{
    private DatasetSaving()
    {
    }

    public sealed record Saved(Dataset Dataset) : DatasetSaving;

    public sealed record NotFound : DatasetSaving;

    public sealed record RowNotFound : DatasetSaving;

    /// <summary>Somebody else shares it; only the owner changes it.</summary>
    public sealed record NotOwner(string Owner) : DatasetSaving;

    /// <param name="Name">Of another dataset of the same owner.</param>
    public sealed record NameTaken(string Name) : DatasetSaving;

    /// <summary>Somebody changed it since it was read.</summary>
    public sealed record Stale(int Revision) : DatasetSaving;

    public sealed record TooManyRows(int Rows, int Most) : DatasetSaving;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<TemplateProblem> Problems) : DatasetSaving;
}
