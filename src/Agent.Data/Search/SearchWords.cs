using System.Globalization;
using System.Text;

namespace PromptLab.Data.Search;

/// <summary>The words that somebody searches for.</summary>
internal static class SearchWords
{
    private const int Most = 16;

    // PostgreSQL leaves a word out that is too long for it, and would find everything.
    private const int LongestWord = 200;

    /// <summary>Runs of lower-case letters, marks and digits; signs, emoji and broken characters stand between words.</summary>
    public static IReadOnlyList<string> Of(string? search)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (search ?? "").EnumerateRunes().Append(new Rune(' ')))
        {
            if (IsOfWord(rune))
            {
                if (word.Length < LongestWord)
                    word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return [.. words.Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private static bool IsOfWord(Rune rune) =>
        rune != Rune.ReplacementChar
        && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
