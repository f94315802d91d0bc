using System.Text.RegularExpressions;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Quotations; an apostrophe inside a word is none.</summary>
internal static partial class QuoteFinder
{
    public static IReadOnlyList<Placed<string>> Find(string text, TakenWords taken)
    {
        var quotes = new List<Placed<string>>();
        foreach (Match match in Quotation().Matches(text))
        {
            var (at, end) = taken.Words(match.Index, match.Index + match.Length);
            taken.Take(at, end);
            quotes.Add(new Placed<string>(match.Groups["text"].Value.Trim(), at, end));
        }

        return quotes;
    }

    [GeneratedRegex("""(?<![\p{L}\d])["“”„«‹‘'`](?<text>[^"“”„«»‹›]{1,200}?)["”“»›’'`](?![\p{L}\d])""")]
    private static partial Regex Quotation();
}
