using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Names;

/// <summary>Finds names of offers, partners and landing pages in running text. Only hints: the tools decide what a name means.</summary>
internal sealed class NameFinder(IReadOnlyList<NameWords> kinds)
{
    private const double OrdinaryWeight = 0.5;
    private const double CompleteBonus = 1;
    private const int ShortestInitials = 3;
    private const string Vowels = "aeiouy";

    private static readonly HashSet<string> FunctionWords =
        ["in", "on", "for", "of", "the", "a", "an", "to", "and", "or", "with", "by", "at", "from", "my", "our", "your", "is", "me", "us", "we", "all", "no", "not", "de", "het", "een", "van", "voor", "der", "die", "das", "fur", "von", "el", "la",
         "los", "las", "del", "para", "le", "les", "des", "du", "pour", "et", "y", "und", "en", "up", "now", "best", "top"];

    public bool HasId(EntityKind kind, int id) => kinds.Any(words => words.Kind == kind && words.HasId(id));

    /// <summary>True for a word of some name, which is then not misspelt.</summary>
    public bool Holds(string folded) => kinds.Any(words => words.Holds(folded));

    public IReadOnlyList<NameHint> Find(IReadOnlyList<Word> words, Func<int, bool> isTaken)
    {
        var runs = new List<NameHint>();
        foreach (var kind in kinds)
        {
            var names = words.Select((word, at) => isTaken(at) ? null : Names(kind, word)).ToArray();
            for (var at = 0; at < words.Count; at++)
            {
                if (Run(kind, words, names, at) is { } run)
                {
                    runs.Add(run);
                }
            }
        }

        return Choose(runs);
    }

    private static IReadOnlyDictionary<int, double>? Names(NameWords kind, Word word)
    {
        if (word.IsPunctuation)
        {
            return null;
        }

        var isWord = !word.IsNumber && !Lexicon.Embedded.IsKnown(word.Folded);
        var names = kind.With(word.Folded, isWord);
        if (names.Count == 0 && word.Folded.EndsWith('s') && word.Text.Length > word.Folded.Length)
        {
            names = kind.With(word.Folded[..^1], isWord);
        }

        return names.Count > 0 ? names : null;
    }

    private static NameHint? Run(NameWords kind, IReadOnlyList<Word> words, IReadOnlyDictionary<int, double>?[] names, int at)
    {
        if (names[at] is not { } first)
        {
            return IsInitials(kind, words[at]) ? new NameHint(at, at + 1, [kind.Kind], 1, false, false, false) : null;
        }

        var alive = first.ToDictionary();
        var (end, count) = (at + 1, 1);
        for (var next = NextWord(words, end); next < words.Count && names[next] is { } more; next = NextWord(words, end))
        {
            var both = alive.Keys.Where(more.ContainsKey).ToDictionary(name => name, name => alive[name] + more[name]);
            if (both.Count == 0)
            {
                break;
            }

            (alive, end) = (both, next + 1);
            count++;
        }

        var isComplete = alive.Keys.Any(name => kind.Lengths[name] == count);
        var run = words.Skip(at).Take(end - at).Where(word => !word.IsPunctuation).ToList();
        // Two misspelt words in a row that fit one name are no accident.
        var isWeak = run.All(IsOrdinary) && !(count > 1 && (isComplete || run.Count(word => !word.IsNumber && !Lexicon.Embedded.IsKnown(word.Folded)) > 1));
        return run[0].IsNumber || run.All(word => word.Folded.Length == 1) || (!isComplete && FunctionWords.Contains(run[0].Folded))
            ? null
            : new NameHint(at, end, [kind.Kind], Score(run, alive.Values.Max()) + (isComplete ? CompleteBonus : 0), isComplete, isWeak, count == 1 && alive.Values.Max() < 1);
    }

    /// <summary>Names may hold hyphens and ampersands.</summary>
    private static int NextWord(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at].Folded is "-" or "&" or "and" ? at + 1 : at;

    private static bool IsInitials(NameWords kind, Word word) =>
        word.Text.Length >= ShortestInitials && kind.HasInitials(word.Folded)
        && (word.Text.All(char.IsAsciiLetterUpper) || (!word.Folded.Any(Vowels.Contains) && !Lexicon.Embedded.IsOrdinary(word.Folded)));

    private static bool IsOrdinary(Word word) => word.IsNumber || Lexicon.Embedded.IsOrdinary(word.Folded);

    private static double Score(List<Word> run, double sure) =>
        run.Sum(word => IsOrdinary(word) ? OrdinaryWeight : 1) * sure / run.Count;

    /// <summary>The best runs that do not overlap; the same words may be names of several kinds.</summary>
    private static List<NameHint> Choose(List<NameHint> runs)
    {
        var chosen = new List<NameHint>();
        foreach (var run in runs.OrderByDescending(run => run.Score).ThenBy(run => run.At))
        {
            var rival = chosen.FindIndex(other => run.At < other.End && other.At < run.End);
            if (rival < 0)
            {
                chosen.Add(run);
            }
            else if (chosen[rival].At == run.At && chosen[rival].End == run.End && !chosen[rival].Kinds.Contains(run.Kinds[0]))
            {
                chosen[rival] = chosen[rival] with { Kinds = [.. chosen[rival].Kinds, run.Kinds[0]] };
            }
        }

        return [.. chosen.OrderBy(run => run.At)];
    }
}
