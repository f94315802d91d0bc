namespace PromptLab.Data.Datasets;

/// <summary>A dataset without its rows, each of which is a <see cref="DatasetCaseRow"/>.</summary>
public sealed record DatasetRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    /// <summary>One of <see cref="Sharing.SharingScope"/>.</summary>
    public required string Sharing { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The template that it was made for; null for none.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>JSON array.</summary>
    public required string Evaluators { get; init; }

    /// <summary>Share of the rows that must pass, 0 to 1.</summary>
    public double Threshold { get; init; }

    public int RowCount { get; init; }

    /// <summary>Rises with every change of what an evaluation comes to: rows, evaluators, threshold.</summary>
    public int Revision { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}
