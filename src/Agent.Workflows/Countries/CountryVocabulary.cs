using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Countries;

/// <summary>The names of <c>countries.txt</c>.</summary>
internal sealed class CountryVocabulary
{
    private const int ShortestCorrectedName = 5;

    private readonly Dictionary<char, List<(string Name, Country Country)>> _byInitial = [];

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
        var least = limit;
        var nearest = new HashSet<Country>();
        foreach (var (name, country) in _byInitial.GetValueOrDefault(folded[0], []))
        {
            if (Spelling.Distance(folded, name, least) is var distance && distance <= least)
            {
                if (distance < least)
                {
                    nearest.Clear();
                    least = distance;
                }

                nearest.Add(country);
            }
        }

        return limit > 0 && nearest.Count == 1 ? nearest.Single() : null;
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
        if (name.Length >= ShortestCorrectedName)
        {
            (_byInitial.TryGetValue(name[0], out var sameInitial) ? sameInitial : _byInitial[name[0]] = []).Add((name, country));
        }
    }
}
