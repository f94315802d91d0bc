using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Countries;

/// <summary>Reads countries: ISO codes, names in English, Dutch, German, Spanish and French, aliases, demonyms, small typos.</summary>
public static class CountryNames
{
    private const int ShortestBehindIn = 4;
    private const int ShortestExpected = 5;
    private const int ShortestAnywhere = 6;

    private static readonly HashSet<string> Fillers =
        ["the", "in", "for", "only", "just", "country", "geo", "please", "de", "die", "das", "la", "el", "los", "las", "le", "les", "l", "nur", "alleen", "solo", "uniquement", "en", "au", "aux", "traffic"];

    private static readonly HashSet<string> Prepositions =
        ["in", "for", "from", "to", "across", "within", "and", "not", "only", "about", "at", "voor", "uit", "naar", "fur", "aus", "nach", "para", "desde", "en", "au", "aux", "pour", "de", "geo", "country", ",", "how", "show", "did", "me", "y", "und", "et"];

    /// <summary>The country that <paramref name="text"/> names; null when it names none or is too far from any name.</summary>
    public static Country? Find(string text)
    {
        var trimmed = text.Trim().Trim('.', '"', '\'', '?', '!');
        if (trimmed.Length == 2 && CountryVocabulary.Embedded.ByCode.TryGetValue(trimmed, out var coded))
        {
            return coded;
        }

        var words = WordReader.Read(trimmed).Where(word => !word.IsPunctuation).ToList();
        return FindWhole(words) ?? FindWhole([.. words.Where(word => !Fillers.Contains(word.Folded))]);
    }

    /// <summary>The countries of a sentence, in order. A two-letter code counts only where it cannot be an ordinary word.</summary>
    public static IReadOnlyList<CountrySpan> FindIn(string sentence)
    {
        var words = WordReader.Read(sentence);
        var isShouted = sentence.Length > 4 && !sentence.Any(char.IsLower);
        var spans = new List<CountrySpan>();
        for (var at = 0; at < words.Count;)
        {
            var (country, length) = Read(words, at, isShouted);
            if (country is not null)
            {
                var start = words[at].Start;
                spans.Add(new CountrySpan(start, sentence[start..words[at + length - 1].End], country));
            }

            at += length;
        }

        return spans;
    }

    private static Country? FindWhole(List<Word> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (words is [{ Text.Length: 2 } code] && CountryVocabulary.Embedded.ByCode.TryGetValue(code.Text, out var coded))
        {
            return coded;
        }

        var vocabulary = CountryVocabulary.Embedded;
        var known = vocabulary.Names.At(words, 0).Concat(vocabulary.Demonyms.At(words, 0)).Where(found => found.Length == words.Count).ToList();
        return known.Count > 0 ? known[0].Value : vocabulary.Correct(string.Join(' ', words.Select(word => word.Folded)));
    }

    private static (Country? Country, int Length) Read(IReadOnlyList<Word> words, int at, bool isShouted)
    {
        var vocabulary = CountryVocabulary.Embedded;
        if (vocabulary.Names.At(words, at, Spelled(words[at])) is [var name, ..])
        {
            return (name.Value, name.Length);
        }

        if (vocabulary.Demonyms.At(words, at) is [var demonym, ..] && at + demonym.Length < words.Count
            && CountryCodes.IsMarket(words[at + demonym.Length]))
        {
            return (demonym.Value, demonym.Length);
        }

        return ReadMisspeltPair(words, at) is { } pair ? (pair, 2) : (CountryCodes.Read(words, at, isShouted) ?? ReadMisspelt(words, at), 1);
    }

    /// <summary>United Sttes.</summary>
    private static Country? ReadMisspeltPair(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at].Folded.Length > 3 && words[at + 1].Folded.Length > 3 && CountryVocabulary.Embedded.Names.Knows(words[at].Folded)
            ? CountryVocabulary.Embedded.Correct($"{words[at].Folded} {words[at + 1].Folded}")
            : null;

    /// <summary>Long names may be misspelt anywhere, shorter ones where a country belongs.</summary>
    private static Country? ReadMisspelt(IReadOnlyList<Word> words, int at)
    {
        var folded = words[at].Folded;
        var isExpected = at == 0 ? words.Count == 1 : Prepositions.Contains(words[at - 1].Folded);
        var least = at > 0 && words[at - 1].Folded is "in" or "en" ? ShortestBehindIn : isExpected ? ShortestExpected : ShortestAnywhere;
        return folded.Length < least || OrdinaryWords.Contains(folded) || CountryVocabulary.Embedded.Demonyms.Knows(folded)
            ? null
            : CountryVocabulary.Embedded.Correct(folded);
    }

    /// <summary>Germany's is Germany.</summary>
    private static string Spelled(Word word) =>
        word.Text.Length > word.Folded.Length && word.Folded.EndsWith('s') ? word.Folded[..^1] : word.Folded;
}
