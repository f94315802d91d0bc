namespace PromptLab.Workflows.Entities;

/// <summary>What to ask of a search that compares substrings: one word finds a superset, which is ranked here.</summary>
internal static class SearchWords
{
    private static readonly char[] Edges = ['"', '\'', '“', '”', '‘', '’', '(', ')', '[', ']', ',', '.', ';', ':', '!', '?', '#'];

    /// <summary>The longest word that is not a filler, as written; null when there is none.</summary>
    public static string? Longest(string text, EntityKind kind)
    {
        string? longest = null;
        foreach (var (at, written) in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var word = WithoutPossessive(written.Trim(Edges));
            if (word.Length > (longest?.Length ?? 0) && !FillerWords.IsFiller(word.ToLowerInvariant(), kind, isFirst: at == 0))
            {
                longest = word;
            }
        }

        return longest;
    }

    private static string WithoutPossessive(string word) =>
        word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word;
}
