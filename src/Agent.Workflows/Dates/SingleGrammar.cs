namespace PromptLab.Workflows.Dates;

/// <summary>One day or period, the most specific reading first.</summary>
internal static class SingleGrammar
{
    private delegate Moment? Rule(DateContext context, ref int at);

    private static readonly Rule[] Rules =
    [
        NumericDates.Read, PartGrammar.Read, WeekGrammar.Read, DayGrammar.Read, CountedGrammar.Read, RelativeGrammar.Read,
        NamedDayGrammar.Read, MonthGrammar.Read, UnitGrammar.Read, ReadYear, DayGrammar.ReadOrdinal,
    ];

    public static Moment? Read(DateContext context, ref int at)
    {
        var next = at;
        var soFar = context.Text.Take(DateSign.SoFar, ref next);
        foreach (var rule in Rules)
        {
            var end = next;
            if (rule(context, ref end) is not { } moment)
            {
                continue;
            }

            var ongoing = moment is Moment.Yearly { Completes: true } or Moment.Fixed { Range.Days: > 1 }
                && (soFar || context.Text.Take(DateSign.SoFar, ref end));
            at = end;
            return ongoing ? UpToToday(context, moment) : moment;
        }

        return null;
    }

    private static Moment UpToToday(DateContext context, Moment moment) =>
        moment.LatestBegun(context.Today) is { } begun && begun.From <= context.Today
            ? new Moment.Fixed(begun with { To = context.Today })
            : moment;

    /// <summary>A bare year needs a word before it that says so, because names and ids look the same.</summary>
    private static Moment.Fixed? ReadYear(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        text.Take(DateSign.Full, ref next);
        var announced = text.Take(DateSign.YearWord, ref next) || context.IsWhole || (at > 0 && Announces(text, at - 1));
        if (!text.TakeYear(ref next, out var year) || !announced)
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(Periods.Year(year));
    }

    private static bool Announces(DateText text, int at) =>
        text.Is(DateSign.In, at) || text.Is(DateSign.Of, at) || text.Is(DateSign.To, at) || text.Is(DateSign.Since, at) || text.Is(DateSign.Full, at) || text.Is(DateSign.Topic, at);
}
