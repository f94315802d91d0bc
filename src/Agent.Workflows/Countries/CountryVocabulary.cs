using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Countries;

/// <summary>The names of <c>countries.txt</c>.</summary>
internal sealed class CountryVocabulary
{
    private const int ShortestCorrectedName = 5;

    private readonly List<(string Name, Country Country)> _names = [];

    private CountryVocabulary()
    {
    }

    public static CountryVocabulary Embedded { get; } = Load();

    public Dictionary<string, Country> ByCode { get; } = new(StringComparer.OrdinalIgnoreCase);

    public PhraseIndex<Country> Names { get; } = new();

    public PhraseIndex<Country> Demonyms { get; } = new();

    /// <summary>The country whose name is nearest to a misspelt one; null when none or two are near.</summary>
    public Country? Correct(string folded)
    {
        var limit = Spelling.Tolerance(folded.Length);
        var near = _names.Where(entry => entry.Name.Length >= ShortestCorrectedName && entry.Name[0] == folded[0])
            .Select(entry => (entry.Country, Distance: Spelling.Distance(folded, entry.Name, limit)))
            .Where(match => match.Distance <= limit)
            .ToList();
        var least = near.Count == 0 ? 0 : near.Min(match => match.Distance);
        return near.Where(match => match.Distance == least).Select(match => match.Country).Distinct().ToList() is [var only] ? only : null;
    }

    private static CountryVocabulary Load()
    {
        var vocabulary = new CountryVocabulary();
        foreach (var line in EmbeddedLines.Read(typeof(CountryVocabulary), "countries.txt"))
        {
            vocabulary.Add(line);
        }

        return vocabulary;
    }

    private void Add(string line)
    {
        var columns = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries);
        var country = new Country(line[..2], columns[0]);
        ByCode.Add(country.Code, country);
        AddName(WordReader.Fold(country.Name), country);
        foreach (var name in columns.ElementAtOrDefault(1)?.Split(", ", StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            AddName(name, country);
        }

        foreach (var demonym in columns.ElementAtOrDefault(2)?.Split(", ") ?? [])
        {
            Demonyms.Add(demonym, country);
        }
    }

    private void AddName(string name, Country country)
    {
        Names.Add(name, country);
        _names.Add((name, country));
    }
}
