using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Countries;

/// <summary>Which two letters are a country code inside a sentence.</summary>
internal static class CountryCodes
{
    private static readonly Dictionary<string, HashSet<string>> Lists = EmbeddedLines.Read(typeof(CountryCodes), "codes.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(", ").ToHashSet(StringComparer.OrdinalIgnoreCase));

    public static bool IsMarket(Word word) => Lists["market"].Contains(word.Folded);

    public static Country? Read(IReadOnlyList<Word> words, int at, bool isShouted)
    {
        var word = words[at];
        if (word.Text.Length != 2 || !CountryVocabulary.Embedded.ByCode.TryGetValue(word.Text, out var country))
        {
            return null;
        }

        var isAnnounced = IsAnnounced(words, at);
        var isCapital = word.Text == country.Code && !isShouted;
        var isSafe = isAnnounced || (!Lists["never"].Contains(word.Text) && (isCapital || Lists["small"].Contains(word.Text)));
        return isSafe || IsTheUs(words, at) ? country : null;
    }

    /// <summary>Geo de, country: fr, country=DE.</summary>
    private static bool IsAnnounced(IReadOnlyList<Word> words, int at)
    {
        var before = at - 1;
        while (before > 0 && words[before].IsPunctuation)
        {
            before--;
        }

        return before >= 0 && Lists["lead"].Contains(words[before].Folded);
    }

    /// <summary>"In us" and "the us" are no pronouns.</summary>
    private static bool IsTheUs(IReadOnlyList<Word> words, int at) => words[at].Folded == "us"
        && (at == 0 ? at + 1 < words.Count && IsMarket(words[at + 1]) : words[at - 1].Folded is "the" or "in"
            || (!Lists["pronoun"].Contains(words[at - 1].Folded) && (at + 1 == words.Count || IsMarket(words[at + 1]) || Lists["after"].Contains(words[at + 1].Folded))));
}
