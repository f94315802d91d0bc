using PromptLab.Planner.Offline.Refusals;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Vocabulary;

/// <summary>The vocabulary of all languages. People mix them, so a message is read with all of them at once.</summary>
internal sealed class Lexicon
{
    private static readonly string[] Languages = ["en", "nl", "de", "es", "fr"];

    private readonly PhraseIndex<Concept> _phrases = new();
    private readonly HashSet<(string, Concept)> _listed = [];
    private readonly HashSet<string> _known = [];
    private readonly WordCorrection _correction = new();

    private Lexicon()
    {
    }

    public static Lexicon Embedded { get; } = Load();

    /// <summary>True for words that mean something here or nothing in particular.</summary>
    public bool IsKnown(string folded) => _known.Contains(folded) || OrdinaryWords.Contains(folded);

    /// <summary>True for known words and for misspelt ones, so that they are no names.</summary>
    public bool IsOrdinary(string folded) => IsKnown(folded) || _correction.Correct(folded) is not null;

    /// <summary>The words as they were meant.</summary>
    /// <param name="isName">True for words of names, which are not misspelt.</param>
    public IReadOnlyList<Word> Correct(IReadOnlyList<Word> words, Func<string, bool> isName) =>
        [.. words.Select(word => IsKnown(word.Folded) || IsInflected(word.Folded) || isName(word.Folded) ? word : Corrected(word))];

    /// <summary>The concepts of a message in order; the longest phrase wins, a phrase may stand for several concepts.</summary>
    /// <param name="isTaken">True for words that belong to a name, a date or a quotation.</param>
    public IReadOnlyList<ConceptHit> Read(IReadOnlyList<Word> words, Func<int, bool> isTaken)
    {
        var hits = new List<ConceptHit>();
        for (var at = 0; at < words.Count;)
        {
            at += isTaken(at) ? 1 : ReadAt(words, at, isTaken, hits);
        }

        return hits;
    }

    /// <summary>"Starts" is a form of "start" and no misspelt "stats".</summary>
    private bool IsInflected(string folded) => folded.Length > 4 && folded.EndsWith('s') && IsKnown(folded[..^1]);

    private Word Corrected(Word word) => _correction.Correct(word.Folded) is { } folded ? word with { Folded = folded } : word;

    private int ReadAt(IReadOnlyList<Word> words, int at, Func<int, bool> isTaken, List<ConceptHit> hits)
    {
        var length = 0;
        foreach (var (concept, taken) in Find(words, at))
        {
            if (length == 0 && !Enumerable.Range(at, taken).Any(isTaken))
            {
                length = taken;
            }

            if (taken == length)
            {
                hits.Add(new ConceptHit(concept, at, taken));
            }
        }

        return Math.Max(1, length);
    }

    private IReadOnlyList<(Concept Value, int Length)> Find(IReadOnlyList<Word> words, int at)
    {
        var folded = words[at].Folded;
        var found = _phrases.At(words, at);
        return found.Count == 0 && folded.Length > 3 && folded.EndsWith('s') ? _phrases.At(words, at, folded[..^1]) : found;
    }

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        foreach (var line in Languages.SelectMany(language => EmbeddedLines.Read(typeof(Lexicon), language + ".txt")))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lexicon.Add(Enum.Parse<Concept>(line[..colon]), line[(colon + 1)..]);
        }

        lexicon.Learn(RefusalWords.All);
        lexicon.Learn(ColumnWords.All);
        return lexicon;
    }

    private void Add(Concept concept, string phrases)
    {
        foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (_listed.Add((phrase, concept)))
            {
                _phrases.Add(phrase, concept);
                Learn(phrase.Split(' '));
            }
        }
    }

    private void Learn(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (_known.Add(word))
            {
                _correction.Learn(word);
            }
        }
    }
}
