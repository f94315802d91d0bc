namespace PromptLab.Workflows.Dates;

/// <summary>Settles the two ends of a range when one of them lacks its year or month.</summary>
internal static class RangeEnds
{
    public static DateRange? Join(Moment begin, Moment finish, DateOnly today)
    {
        var (from, to) = (begin, finish) switch
        {
            (Moment.Fixed first, _) => (first.Range, finish.FirstFrom(first.Range.From)),
            (_, Moment.Fixed last) => (begin.LastUntil(last.Range.To), last.Range),
            (Moment.DayOfMonth first, Moment.Yearly { Month: { } month }) => Forward(InMonthOf(first, finish, month), finish, today),
            (Moment.DayOfMonth, not (Moment.DayOfMonth or Moment.Weekly)) => (null, null),
            _ => Forward(begin, finish, today),
        };
        return from is not null && to is not null && from.From <= to.To ? new DateRange(from.From, to.To) : null;
    }

    private static (DateRange? From, DateRange? To) Forward(Moment begin, Moment finish, DateOnly today)
    {
        var from = begin.Latest(today);
        return (from, from is null ? null : finish.FirstFrom(from.From));
    }

    /// <summary>1 to 15 November begins in November, 28 to 5 January in December. A bare day before a bare month is no range.</summary>
    private static Moment.Yearly InMonthOf(Moment.DayOfMonth first, Moment finish, int month)
    {
        var last = finish.FirstFrom(new DateOnly(2024, 1, 1));
        return DayGrammar.DayOf(last is { Days: 1 } && first.Day > last.From.Day ? ((month + 10) % 12) + 1 : month, first.Day);
    }
}
