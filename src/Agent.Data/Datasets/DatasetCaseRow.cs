namespace PromptLab.Data.Datasets;

/// <summary>One row of a dataset: what goes in, and what should come out.</summary>
public sealed record DatasetCaseRow
{
    public required Guid Id { get; init; }

    /// <summary>Its place; rises, with gaps where rows were removed.</summary>
    public int Ordinal { get; init; }

    /// <summary>JSON object of texts by name.</summary>
    public required string Variables { get; init; }

    /// <summary>A JSON text or object; null for none.</summary>
    public string? Expected { get; init; }

    public required string Note { get; init; }
}
