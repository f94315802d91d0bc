using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Columns of a report: "with columns payout, revenue and country", "all conversions with sub1, sub2, affiliate".</summary>
internal sealed class ColumnFinder
{
    private static readonly HashSet<string> Openers =
        ["with", "w", "including", "include", "incl", "showing", "columns", "column", "cols", "fields", "field", "only", "export", "download", "plus", "add", "of", "all", "met", "mit", "con", "avec", "kolommen", "spalten", "columnas", "colonnes", "inklusive", "inclusief", "incluyendo", "just", "need", "pull", "get", "exporteer", "exportiere", "exporta", "exporte"];

    private static readonly HashSet<string> Fillers =
        ["the", "columns", "column", "cols", "fields", "field", "only", "a", "de", "die", "den", "las", "los", "les", "kolommen", "kolom", "spalten", "columnas", "colonnes", ":", ".", "following", "these", "and", "just", "values", "as", "/"];

    private static readonly HashSet<string> Separators = [",", "and", "&", "+", "/", "en", "und", "y", "e", "et", "plus", ";"];

    public static bool IsColumnNoun(string folded) =>
        folded is "column" or "columns" or "cols" or "fields" or "field" or "kolommen" or "kolom" or "spalten" or "columnas" or "colonnes" or "champs" or "velden";

    public static IReadOnlyList<string> Find(IReadOnlyList<Word> words, IReadOnlyList<ConceptHit> hits, TakenWords taken, Func<int, bool> startsMention, out IReadOnlySet<int> columnWords)
    {
        columnWords = new HashSet<int>();
        for (var at = 0; at < words.Count; at++)
        {
            if (taken.Is(at) || !Openers.Contains(words[at].Folded))
            {
                continue;
            }

            var next = SkipFillers(words, at + 1, out var isNamed);
            isNamed |= IsColumnWord(hits, at);
            var start = next;
            var columns = ReadList(words, ref next, taken, startsMention);
            if (columns.Count > 0 && (isNamed || columns.Count > 1 || columns[0].StartsWith("sub", StringComparison.Ordinal) || FollowedByColumnWord(hits, next)))
            {
                columnWords = Enumerable.Range(start, next - start).ToHashSet();
                return columns;
            }
        }

        return [];
    }

    private static int SkipFillers(IReadOnlyList<Word> words, int at, out bool isNamed)
    {
        isNamed = false;
        while (at < words.Count && Fillers.Contains(words[at].Folded))
        {
            isNamed |= words[at].Folded[0] is 'c' or 'k' or 'f' or 's' && words[at].Folded.Length > 4;
            at++;
        }

        return at;
    }

    private static bool IsColumnWord(IReadOnlyList<ConceptHit> hits, int at) => hits.Any(hit => hit.Concept == Concept.Column && hit.At == at);

    private static bool FollowedByColumnWord(IReadOnlyList<ConceptHit> hits, int at) => hits.Any(hit => hit.Concept == Concept.Column && hit.At == at);

    private static List<string> ReadList(IReadOnlyList<Word> words, ref int at, TakenWords taken, Func<int, bool> startsMention)
    {
        var columns = new List<string>();
        while (at < words.Count && !taken.Is(at) && ColumnWords.Names.At(words, at) is [var name, ..] && !startsMention(at + name.Length))
        {
            columns.Add(name.Value);
            at += name.Length;
            var next = at;
            while (next < words.Count && (Separators.Contains(words[next].Folded) || words[next].Folded == "the"))
            {
                next++;
            }

            if (next == at && !(next < words.Count && ColumnWords.Names.At(words, next).Count > 0))
            {
                break;
            }

            at = next;
        }

        return columns;
    }
}
