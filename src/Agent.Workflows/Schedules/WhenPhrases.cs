using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Schedules;

/// <summary>Reads "every Monday at 9", "weekdays at 7am", "jeden Freitag um 16 Uhr", "el día 1 de cada mes a las 9".</summary>
public static class WhenPhrases
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static WhenReading Read(string text) => Find(text)?.Reading ?? Days(text) ?? new WhenReading.Unclear();

    /// <summary>The day of the week that a folded word names, in any of the languages; null when it names none.</summary>
    public static DayOfWeek? Day(string word) =>
        WhenVocabulary.Read([new Word(word, word, 0)], 0) is { Sign: WhenSign.Day or WhenSign.Repeated } day ? (DayOfWeek)day.Value : null;

    /// <summary>The first repeated time in a text; null when there is none.</summary>
    public static WhenPhrase? Find(string text)
    {
        var words = WordReader.Read(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (WhenVocabulary.Read(words, at) is { IsAnchor: true } anchor && Span(words, anchor) is { } tokens)
            {
                return new WhenPhrase(words[tokens[0].At].Start, words[tokens[^1].End - 1].End, Judge(tokens));
            }
        }

        return null;
    }

    /// <summary>"Mon/Wed/Fri at 8" and "daily" repeat when nothing else is said.</summary>
    private static WhenReading? Days(string text)
    {
        var words = WordReader.Read(text);
        return words.Count > 0 && WhenVocabulary.Read(words, 0) is { } first && (first.Sign == WhenSign.Day || first is { IsAnchor: true, Sign: not WhenSign.Every }) ? Judge(Run(words, first)) : null;
    }

    private static List<WhenToken>? Span(IReadOnlyList<Word> words, WhenToken anchor)
    {
        var tokens = Run(words, anchor);
        // "Every partner" and "a daily summary" say nothing of when.
        if ((tokens.Count < 2 && anchor.Sign != WhenSign.Repeated) || (anchor.Sign == WhenSign.Every && tokens[1].Sign is WhenSign.Link or WhenSign.At or WhenSign.Clock))
        {
            return null;
        }

        Prepend(words, tokens);
        return tokens;
    }

    private static List<WhenToken> Run(IReadOnlyList<Word> words, WhenToken first)
    {
        List<WhenToken> tokens = [first];
        for (var at = first.End; at < words.Count && WhenVocabulary.Read(words, at) is { } next; at = next.End)
        {
            tokens.Add(next);
        }

        while (tokens.Count > 1 && tokens[^1].Sign is WhenSign.Link or WhenSign.At or WhenSign.Mark)
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return tokens;
    }

    /// <summary>"At 9 every Monday", "on the 1st of every month".</summary>
    private static void Prepend(IReadOnlyList<Word> words, List<WhenToken> tokens)
    {
        var before = new List<WhenToken>();
        var at = tokens[0].At - 1;
        while (at >= 0 && WhenVocabulary.Read(words, at) is { Sign: WhenSign.Number or WhenSign.Clock or WhenSign.At or WhenSign.Link or WhenSign.Mark or WhenSign.Noon or WhenSign.AnyDay } token && token.End == at + 1)
        {
            before.Insert(0, token);
            at--;
        }

        var first = before.FindIndex(token => token.Sign is WhenSign.At || IsDayNumberIntro(token, before));
        if (before.Any(token => token.Sign is WhenSign.Number or WhenSign.Noon) && first >= 0)
        {
            tokens.InsertRange(0, before[first..]);
        }
    }

    private static bool IsDayNumberIntro(WhenToken token, List<WhenToken> tokens) =>
        tokens.IndexOf(token) is var at && token.Sign is WhenSign.Link or WhenSign.AnyDay && at + 1 < tokens.Count
        && tokens[at + 1].Sign is WhenSign.Number or WhenSign.Link or WhenSign.AnyDay;

    private static WhenReading Judge(List<WhenToken> tokens)
    {
        var words = string.Join(' ', tokens.Select(token => token.Text));
        if (tokens.Any(token => token.Sign == WhenSign.Never) || IsCounted(tokens))
        {
            return new WhenReading.Impossible();
        }

        var days = tokens.Where(token => token.Sign is WhenSign.Day or WhenSign.Repeated).Select(token => (DayOfWeek)token.Value).Distinct().Order().ToList();
        days = days.Count == 0 && Has(WhenSign.Weekdays) ? [.. Workdays] : days.Count == 0 && Has(WhenSign.Weekends) ? [.. Weekend] : days;
        var dayOfMonth = Has(WhenSign.Monthly) && days.Count == 0 ? WhenClock.DayOfMonth(words) : null;
        if ((Has(WhenSign.Weekly) && days.Count == 0) || (Has(WhenSign.Monthly) && dayOfMonth is null))
        {
            return Has(WhenSign.Monthly) && days.Count > 0 ? new WhenReading.Impossible() : new WhenReading.NoDay();
        }

        return WhenClock.Time(words) is { } time ? new WhenReading.Times(time, days, dayOfMonth) : new WhenReading.NoTime();

        bool Has(WhenSign sign) => tokens.Any(token => token.Sign == sign);
    }

    /// <summary>"Every 2 weeks".</summary>
    private static bool IsCounted(List<WhenToken> tokens) => tokens.Zip(tokens.Skip(1)).Any(pair =>
        pair is { First.Sign: WhenSign.Every, Second.Sign: WhenSign.Number });
}
