using PromptLab.Planner.Offline.Refusals;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Vocabulary;

/// <summary>The vocabulary of all languages. People mix them, so a message is read with all of them at once.</summary>
internal sealed class Lexicon
{
    private static readonly string[] Languages = ["en", "nl", "de", "es", "fr"];

    private readonly PhraseIndex<Concept> _phrases = new();
    private readonly HashSet<string> _known = [];
    private readonly WordCorrection _correction = new();
    private readonly HashSet<(string, Concept)> _listed = [];

    private Lexicon()
    {
    }

    public static Lexicon Embedded { get; } = Load();

    /// <summary>True for words that mean something here or nothing in particular, so that they are no names.</summary>
    public bool IsOrdinary(string folded) => IsKnown(folded) || _correction.Correct(folded) is not null;

    /// <summary>The concepts of a message in order; the longest phrase wins, a phrase may stand for several concepts.</summary>
    /// <param name="isTaken">True for words that belong to a name, a date or a quotation.</param>
    /// <param name="isName">True for words of names, which are not corrected.</param>
    public IReadOnlyList<ConceptHit> Read(IReadOnlyList<Word> words, Func<int, bool> isTaken, Func<string, bool> isName)
    {
        var hits = new List<ConceptHit>();
        for (var at = 0; at < words.Count;)
        {
            at += isTaken(at) ? 1 : ReadAt(words, at, isTaken, isName, hits);
        }

        return hits;
    }

    private int ReadAt(IReadOnlyList<Word> words, int at, Func<int, bool> isTaken, Func<string, bool> isName, List<ConceptHit> hits)
    {
        var length = 0;
        foreach (var (concept, taken) in Find(words, at, isName))
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

    private IReadOnlyList<(Concept Value, int Length)> Find(IReadOnlyList<Word> words, int at, Func<string, bool> isName)
    {
        var folded = words[at].Folded;
        if (_phrases.At(words, at) is { Count: > 0 } found)
        {
            return found;
        }

        if (folded.Length > 3 && folded.EndsWith('s') && _phrases.At(words, at, folded[..^1]) is { Count: > 0 } singular)
        {
            return singular;
        }

        return !IsKnown(folded) && !isName(folded) && _correction.Correct(folded) is { } corrected ? _phrases.At(words, at, corrected) : [];
    }

    private bool IsKnown(string folded) => _known.Contains(folded) || OrdinaryWords.Contains(folded);

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        foreach (var line in Languages.SelectMany(language => EmbeddedLines.Read(typeof(Lexicon), language + ".txt")))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lexicon.Add(Enum.Parse<Concept>(line[..colon]), line[(colon + 1)..]);
        }

        foreach (var word in RefusalWords.All)
        {
            lexicon._known.Add(word);
        }

        return lexicon;
    }

    private void Add(Concept concept, string phrases)
    {
        foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_listed.Add((phrase, concept)))
            {
                continue;
            }

            _phrases.Add(phrase, concept);
            foreach (var word in phrase.Split(' '))
            {
                _known.Add(word);
            }

            if (concept < Concept.By && !phrase.Contains(' ', StringComparison.Ordinal))
            {
                _correction.Learn(phrase);
            }
        }
    }
}
