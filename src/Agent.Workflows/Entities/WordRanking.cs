using System.Buffers;
using System.Collections.Frozen;

namespace PromptLab.Workflows.Entities;

/// <summary>Ranks names by how well their words answer the words of a question.</summary>
internal sealed class WordRanking
{
    // Words written together or apart ("newyear deal") show only in the whole.
    private const double LeastWhole = 0.8;
    private const int MostWords = 12;

    // A name that leaves a word unanswered is at most near, however long its other words are.
    private const double Unanswered = 0.6;

    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.Ordinal, "inc", "ltd", "llc", "gmbh", "bv", "ag", "sa", "sl", "sarl", "co", "plc");

    private readonly IReadOnlyList<NamedEntity> _entities;
    private readonly string[][] _names;
    private readonly Word[] _keys;
    private readonly WordIndex _index;
    private readonly ILookup<string, NamedEntity> _initials;

    public WordRanking(IReadOnlyList<NamedEntity> entities, string[][] names)
    {
        _entities = entities;
        _names = names;
        _keys = [.. names.Select(words => new Word(NameText.Key(words)))];
        _index = new WordIndex(names);
        _initials = entities.SelectMany((entity, at) => Initials(names[at]).Select(initials => (initials, entity)))
            .Distinct()
            .ToLookup(pair => pair.initials, pair => pair.entity, StringComparer.Ordinal);
    }

    /// <summary>Candidates with any likeness, best first.</summary>
    public List<Candidate> Rank(string[] typed)
    {
        if (typed.Length is 0 or > MostWords || _entities.Count == 0)
        {
            return [];
        }

        var best = ArrayPool<float>.Shared.Rent(typed.Length * _entities.Count);
        try
        {
            best.AsSpan(0, typed.Length * _entities.Count).Clear();
            for (var word = 0; word < typed.Length; word++)
            {
                _index.Compare(new Word(typed[word]), best.AsSpan(word * _entities.Count, _entities.Count));
            }

            return Collect(typed, best);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(best);
        }
    }

    /// <summary>"GMN" for "Global Media Network". Two letters count only in capitals.</summary>
    public NamedEntity[] ByInitials(string[] typed, string text) =>
        typed is [{ Length: >= 2 and <= 6 } word] && (word.Length > 2 || text.Contains(word, StringComparison.OrdinalIgnoreCase)
            && text.Contains(word.ToUpperInvariant(), StringComparison.Ordinal))
            ? [.. _initials[word]]
            : [];

    private List<Candidate> Collect(string[] typed, float[] best)
    {
        var key = new Word(NameText.Key(typed));
        var found = new List<Candidate>();
        for (var name = 0; name < _entities.Count; name++)
        {
            var whole = typed.Length == _names[name].Length ? 0 : WordSimilarity.Edits(key, _keys[name]);
            var (score, least) = Weigh(typed, best, name);
            if (whole >= LeastWhole && whole > score)
            {
                found.Add(new Candidate(Ranked(name, whole, MatchKind.Fuzzy), IsFull: true, StartsName: false, Coverage: 1));
            }
            else if (score > 0)
            {
                found.Add(Candidate(typed, name, score, least));
            }
        }

        found.Sort();
        return found;
    }

    private (double Score, double Least) Weigh(string[] typed, float[] best, int name)
    {
        double sum = 0, length = 0, least = 1;
        for (var word = 0; word < typed.Length; word++)
        {
            double similarity = best[(word * _entities.Count) + name];
            sum += similarity * typed[word].Length;
            length += typed[word].Length;
            least = Math.Min(least, similarity);
        }

        return (sum / length * (least > 0 ? 1 : Unanswered), least);
    }

    private Candidate Candidate(string[] typed, int name, double score, double least)
    {
        var how = least == 1 ? MatchKind.Contained : MatchKind.Fuzzy;
        var startsName = how == MatchKind.Contained && typed.Length > 1 && _names[name].AsSpan().StartsWith(typed);
        return new Candidate(Ranked(name, score, how), least > 0, startsName, typed.Length / (double)_names[name].Length);
    }

    private RankedEntity Ranked(int name, double score, MatchKind how) => new(_entities[name].Id, _entities[name].Name, score, how);

    private static IEnumerable<string> Initials(string[] words)
    {
        string[] letters = [.. words.Where(word => !char.IsDigit(word[0]))];
        yield return string.Concat(letters.Select(word => word[0]));
        yield return string.Concat(letters.Where(word => !LegalForms.Contains(word)).Select(word => word[0]));
    }
}
