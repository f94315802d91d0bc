using System.Globalization;
using System.Text;

namespace PromptLab.Data.Executions;

/// <summary>What is looked up in the full-text index: the words that were asked for, and what else the filter names, as migration 0032 has it.</summary>
internal static class ExecutionWords
{
    private const int Most = 16;
    private const int LongestKey = 100;

    // PostgreSQL leaves a word out that is too long for it, and would find everything.
    private const int LongestWord = 200;

    /// <summary>Lower-case with spaces between, which both databases read as "all of them". Empty when the search has no word in it, such as
    /// signs only.</summary>
    public static string Of(string owner, ExecutionFilter filter)
    {
        var words = Split(filter.Search ?? "");
        return words.Count == 0 ? "" : string.Join(' ', Keys(owner, filter).Concat(words));
    }

    private static IEnumerable<string> Keys(string owner, ExecutionFilter filter)
    {
        yield return "qxo" + Key(owner);
        if (filter.TemplateId is { } template)
            yield return $"qxt{template:n}";
        if (filter.Version is { } version)
            yield return string.Create(CultureInfo.InvariantCulture, $"qxv{version}");
        if (filter.Status is { } status)
            yield return "qxs" + status;
        if (filter.Provider is { } provider)
            yield return "qxp" + Key(provider);
        if (filter.Model is { } model)
            yield return "qxm" + Key(model);
    }

    private static string Key(string text) =>
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(string.Concat(text.EnumerateRunes().Take(LongestKey))));

    /// <summary>Runs of letters, marks and digits; signs, emoji and broken characters stand between words.</summary>
    private static List<string> Split(string search)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in search.EnumerateRunes().Append(new Rune(' ')))
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
