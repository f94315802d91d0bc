namespace PromptLab.Data.Paging;

/// <summary>What a person searches for, as a pattern for <c>lower(…) LIKE … ESCAPE '!'</c>.</summary>
internal static class SearchPattern
{
    /// <summary>Every sign is taken literally; nothing to search for matches everything.</summary>
    public static string Containing(string? search) =>
        string.IsNullOrWhiteSpace(search)
            ? "%"
            : $"%{search.Trim().ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%";
}
