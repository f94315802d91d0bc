namespace PromptLab.Workflows.Entities;

/// <summary>What to ask of a search that compares substrings: one word finds a superset, which is ranked here.</summary>
internal static class SearchWords
{
    /// <summary>The longest word that is not a filler, with its accents as written; null when there is none.</summary>
    public static string? Longest(string text, EntityKind kind)
    {
        string? longest = null;
        var isFirst = true;
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                var word = text[start..at];
                longest = word.Length > (longest?.Length ?? 0) && !FillerWords.IsFiller(word.ToLowerInvariant(), kind, isFirst) ? word : longest;
                isFirst = false;
            }
        }

        return longest;
    }
}
