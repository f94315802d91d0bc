using System.Text.RegularExpressions;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Sub ids (sub1=fb, sub2 banner) and variables (month = December and language = Dutch).</summary>
internal static partial class AssignmentFinder
{
    // A word behind "sub1" that goes on with the sentence is no value.
    private static readonly HashSet<string> NoValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "with", "for", "from", "by", "last", "this", "in", "on", "to", "column", "columns", "field", "report", "en", "und", "y", "et", "of", "per",
        "breakdown", "values", "value", "please", "plz", "the", "as", "since", "yesterday", "today", "thx", "thanks", "pls", "asap", "if", "again", "instead", "too", "also", "now", "should", "must", "csv", "excel",
    };

    /// <param name="areColumns">Sub ids are asked for as columns, so a word behind one is no value.</param>
    public static IReadOnlyList<Assignment> Subs(string text, TakenWords taken, bool areColumns)
    {
        var found = new List<Assignment>();
        var isChange = Changing().IsMatch(text);
        foreach (var match in Sub().Matches(text).Concat(isChange ? SubBehind().Matches(text) : []))
        {
            var isExplicit = match.Groups["sign"].Success || (isChange && match.Groups["toward"].Success);
            var value = Clean(match.Groups["value"].Value);
            if (value.Length == 0 || (!isExplicit && (areColumns || NoValues.Contains(value) || Sub().IsMatch(value + " x") || !IsValueLike(text, match))) || taken.Any(taken.Words(match.Index, match.Index + 1)))
            {
                continue;
            }

            found.Add(Take(taken, $"sub{match.Groups["number"].Value}", value, match, isExplicit));
        }

        return found;
    }

    public static IReadOnlyList<Assignment> Variables(string text, TakenWords taken)
    {
        var keys = Key().Matches(text).Where(match => !taken.Any(taken.Words(match.Index, match.Index + 1))).ToList();
        var found = new List<Assignment>();
        for (var index = 0; index < keys.Count; index++)
        {
            var start = keys[index].Index + keys[index].Length;
            var end = index + 1 < keys.Count ? keys[index + 1].Index : EndOfSentence(text, start);
            var value = Clean(Connector().Replace(text[start..end], ""));
            var (at, last) = taken.Words(keys[index].Index, end);
            taken.Take(at, last);
            found.Add(new Assignment(keys[index].Groups["key"].Value, value, at, last, true));
        }

        return found;
    }

    private static bool Any(this TakenWords taken, (int At, int End) words) => taken.Any(words.At, words.End);

    private static Assignment Take(TakenWords taken, string name, string value, Match match, bool isExplicit)
    {
        var (at, end) = taken.Words(match.Index, match.Index + match.Length);
        taken.Take(at, end);
        return new Assignment(name, value, at, end, isExplicit);
    }

    /// <summary>"sub1 fb_ads": without a sign the value follows at once and no comma comes between.</summary>
    private static bool IsValueLike(string text, Match match) => text[match.Groups["number"].Index + 1] == ' ';

    private static int EndOfSentence(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] is ';' or '\n' || (text[at] is '.' or '?' or '!' && (at + 1 == text.Length || text[at + 1] == ' ')))
            {
                return at;
            }
        }

        return text.Length;
    }

    private static string Clean(string value) => value.Trim().TrimEnd(',', ';', '.', '!', '?').Trim('"', '\'', '“', '”', ' ');

    [GeneratedRegex("""\bsub[\s_-]?(?:id)?[\s_-]?(?<number>[1-5])(?:\s*(?<sign>=|:|->|\bis\b|\bequals?\b|\bset to\b|\bas\b|\bist\b|\best\b|\bes\b|\bshould be\b|\bmust be\b|\bbecomes\b)\s*|\s+(?<toward>(?:to|with|into|op|naar|auf|zu|en|a|à|par|por)\s+(?!sub)|)(?:the\s+)?)(?<value>"[^"]+"|“[^”]+”|'[^']+'|[^\s,;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Sub();

    /// <summary>Words that change something: only behind them "sub1 to spring" sets the sub id and names no range of columns.</summary>
    [GeneratedRegex("""\b(?:set|change|replace|swap|switch|update|put|make|zet|verander|wijzig|vervang|setze?|ändere|ersetze|pon|cambia|reemplaza|mets|change|remplace)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();

    [GeneratedRegex("""\b(?:put|zet|setze?|pon|mets)\s+(?<toward>)(?<value>"[^"]+"|'[^']+'|[^\s,;]+)\s+(?:in|into|as|to|als|op|en|como|dans|comme)\s+sub[\s_-]?(?:id)?[\s_-]?(?<number>[1-5])\b""", RegexOptions.IgnoreCase)]
    private static partial Regex SubBehind();

    [GeneratedRegex("""(?<![\w<>=!])(?<key>\p{L}[\p{L}\d_-]*)\s*=\s*(?!=)""")]
    private static partial Regex Key();

    [GeneratedRegex("""\s*(?:,|;|&|\band\b|\ben\b|\bund\b|\by\b|\bet\b|\s)*\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Connector();
}
