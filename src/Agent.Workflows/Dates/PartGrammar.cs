namespace PromptLab.Workflows.Dates;

/// <summary>Parts of a period: first week of December, last 10 days of November, second half of last month, last weekend of Q4.</summary>
internal static class PartGrammar
{
    public static Moment? Read(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        if (ReadPart(text, ref next) is not { } part || !text.Take(DateSign.Of, ref next) || ReadWhole(context, ref next) is not { } whole)
        {
            return null;
        }

        at = next;
        return whole.Part(part);
    }

    private static Moment? ReadWhole(DateContext context, ref int at)
    {
        var text = context.Text;
        if ((MonthGrammar.Read(context, ref at) ?? UnitGrammar.Read(context, ref at)) is { } named)
        {
            return named;
        }

        var next = at;
        text.Take(DateSign.The, ref next);
        text.Take(DateSign.YearWord, ref next);
        if (text.TakeYear(ref next, out var year))
        {
            at = next;
            return new Moment.Fixed(Periods.Year(year));
        }

        next = at;
        if (text.Take(DateSign.The, ref next) && text.TakeUnit(ref next, out var unit))
        {
            at = next;
            return new Moment.Fixed(Periods.Containing(unit, context.Today));
        }

        return null;
    }

    private static Func<DateRange, DateRange?>? ReadPart(DateText text, ref int at)
    {
        if (text.Take(DateSign.Last, ref at))
        {
            return text.Take(DateSign.HalfWord, ref at) ? whole => Half(whole, 2) : ReadEnd(text, ref at);
        }

        var start = at;
        if (!DayGrammar.TakeDay(text, ref at, out var ordinal, out var isOrdinal) || !isOrdinal)
        {
            return null;
        }

        if (text.Take(DateSign.HalfWord, ref at))
        {
            return whole => Half(whole, ordinal);
        }

        if (ordinal == 1 && CountedGrammar.TakeCount(text, ref at, out var count, out var unit))
        {
            return whole => Days(whole, 1, count * Length(unit));
        }

        return text.TakeUnit(ref at, out unit) && at > start ? whole => Nth(whole, ordinal, unit) : null;
    }

    private static Func<DateRange, DateRange?>? ReadEnd(DateText text, ref int at)
    {
        if (CountedGrammar.TakeCount(text, ref at, out var count, out var unit))
        {
            return whole => new DateRange(whole.To.AddDays(1 - (count * Length(unit))), whole.To);
        }

        if (!text.TakeUnit(ref at, out unit))
        {
            return null;
        }

        return unit == PeriodUnit.Weekend
            ? whole => LastWeekend(whole)
            : unit is PeriodUnit.Day or PeriodUnit.Week or PeriodUnit.Fortnight
                ? whole => new DateRange(whole.To.AddDays(1 - Length(unit)), whole.To)
                : whole => Periods.Containing(unit, whole.To);
    }

    private static int Length(PeriodUnit unit) => unit switch { PeriodUnit.Week => 7, PeriodUnit.Fortnight => 14, _ => 1 };

    private static DateRange? Nth(DateRange whole, int ordinal, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.HalfYear => Inside(whole, Periods.Containing(unit, whole.From, ordinal - 1)),
        PeriodUnit.Weekend => Periods.Containing(unit, whole.From, whole.From.DayOfWeek == DayOfWeek.Sunday ? ordinal : ordinal - 1),
        _ => Days(whole, ((ordinal - 1) * Length(unit)) + 1, Length(unit)),
    };

    private static DateRange LastWeekend(DateRange whole)
    {
        var weekend = Periods.Weekend(whole.To);
        return weekend.To <= whole.To ? weekend : Periods.Containing(PeriodUnit.Weekend, whole.To, -1);
    }

    private static DateRange? Days(DateRange whole, int first, int count) =>
        Inside(whole, new DateRange(whole.From.AddDays(first - 1), whole.From.AddDays(first + count - 2)));

    private static DateRange? Inside(DateRange whole, DateRange part) =>
        part.From > whole.To ? null : part with { To = part.To < whole.To ? part.To : whole.To };

    private static DateRange? Half(DateRange whole, int half)
    {
        var middle = Periods.WholeMonths(whole) is { } months && months % 2 == 0
            ? whole.From.AddMonths(months / 2)
            : whole.From.AddDays(whole.Days / 2);
        return half switch { 1 => new DateRange(whole.From, middle.AddDays(-1)), 2 => new DateRange(middle, whole.To), _ => null };
    }
}
