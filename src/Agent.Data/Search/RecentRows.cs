namespace PromptLab.Data.Search;

/// <summary>The newest rows of a list's period that one of its filters leaves, <see cref="Most"/> of them.</summary>
internal sealed record RecentRows
{
    public const string Most = "100";

    /// <summary>Their columns, of rows that say when they were created.</summary>
    public const string Columns = "MAX(created_at) AS newest, MIN(created_at) AS oldest, COUNT(*) < " + Most + " AS are_all";

    /// <summary>Null when there are none.</summary>
    public DateTimeOffset? Newest { get; init; }

    public DateTimeOffset? Oldest { get; init; }

    /// <summary>True when there are no more.</summary>
    public bool AreAll { get; init; }
}
