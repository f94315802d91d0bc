using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Dates;

/// <summary>Reads date phrases in English, Dutch, German, Spanish and French, abbreviations and small typos included.</summary>
public static class DatePhrases
{
    private static readonly HashSet<string> Fillers =
        ["please", "pls", "plz", "only", "just", "period", "dates", "date", "range", "alsjeblieft", "bitte", "nur", "alleen", "solo", "seulement", "svp", "ok", "okay"];

    /// <summary>Resolves a phrase that is nothing but a date: "last month", "Dec 1 to Dec 15", "2024-12-01 to 2024-12-31".</summary>
    /// <param name="today">Today in the network's time zone, see <see cref="NetworkCalendar"/>.</param>
    /// <param name="earlier">The range that was talked about before; "the week before" refers to it.</param>
    public static DateResolution Resolve(string phrase, DateOnly today, DateRange? earlier = null)
    {
        var text = new DateText(phrase);
        var spans = Find(new DateContext(text, today, earlier, IsWhole: true), phrase);
        return spans.Count == 1 && text.Words.All(word => IsInside(word, spans[0]) || IsFiller(text, word))
            ? spans[0].Resolution
            : new DateResolution.Unclear();
    }

    /// <summary>The date phrases of a sentence, in order and without overlap. Never contains <see cref="DateResolution.Unclear"/>.</summary>
    public static IReadOnlyList<DateSpan> Find(string text, DateOnly today, DateRange? earlier = null) =>
        Find(new DateContext(new DateText(text), today, earlier, IsWhole: false), text);

    private static List<DateSpan> Find(DateContext context, string text)
    {
        var spans = new List<DateSpan>();
        for (var at = 0; at < context.Text.Words.Count;)
        {
            var end = at;
            if (context.Text.MayBegin(at) && RangeGrammar.Read(context, ref end) is { } range && (context.IsWhole || HasCompany(context.Text, at, end)))
            {
                var start = context.Text.Words[at].Start;
                spans.Add(new DateSpan(start, text[start..context.Text.Words[end - 1].End], Judge(range, context.Today)));
                at = end;
            }
            else
            {
                at++;
            }
        }

        return spans;
    }

    private static DateResolution Judge(DateRange range, DateOnly today)
    {
        if (range.From > today)
        {
            return new DateResolution.Future(range, Suggestion(range));
        }

        if (range.Days > DateRange.MaxDays)
        {
            return new DateResolution.TooLong(range);
        }

        return range.To <= today
            ? new DateResolution.Range(range, [])
            : new DateResolution.Range(
                range with { To = today },
                [string.Create(CultureInfo.InvariantCulture, $"The period ends in the future; shown up to today, {today:yyyy-MM-dd}.")]);
    }

    private static string Suggestion(DateRange asked) => asked.Days switch
    {
        1 => "yesterday",
        <= 14 => "last week",
        <= 31 => "last month",
        <= 92 => "last quarter",
        _ => "last year",
    };

    /// <summary>Words like "may", "jan" or "sat" count when a preposition leads to them or nothing follows them.</summary>
    private static bool HasCompany(DateText text, int start, int end) =>
        !text.IsWeak(start, end) || text.IsAtEnd(end) || text.Words[end].IsPunctuation
        || (start > 0 && (text.Is(DateSign.In, start - 1) || text.Is(DateSign.Of, start - 1) || text.Is(DateSign.Since, start - 1)));

    private static bool IsInside(Word word, DateSpan span) => word.Start >= span.Start && word.End <= span.End;

    private static bool IsFiller(DateText text, Word word)
    {
        var at = text.Words.Select((candidate, index) => (candidate, index)).First(pair => pair.candidate == word).index;
        return word.IsPunctuation || Fillers.Contains(word.Folded) || text.Is(DateSign.In, at) || text.Is(DateSign.The, at)
            || text.Is(DateSign.Of, at) || text.Is(DateSign.From, at) || text.Is(DateSign.To, at) || text.Is(DateSign.And, at);
    }
}
