namespace PromptLab.Workflows.Dates;

/// <summary>Periods told from an earlier one: the week before, the previous month, the following week, same period last year.</summary>
internal static class RelativeGrammar
{
    public static Moment? Read(DateContext context, ref int at)
    {
        if (context.Earlier is not { } earlier)
        {
            return null;
        }

        return ReadSamePeriod(context, earlier, ref at) ?? ReadNeighbour(context, earlier, ref at);
    }

    private static Moment.Fixed? ReadSamePeriod(DateContext context, DateRange earlier, ref int at)
    {
        var next = at;
        if (!context.Text.Take(DateSign.SamePeriod, ref next))
        {
            return null;
        }

        context.Text.Take(DateSign.Of, ref next);
        context.Text.Take(DateSign.The, ref next);
        if (!UnitGrammar.TakeStep(context.Text, ref next, out var unit, out _) || unit != PeriodUnit.Year)
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(new DateRange(earlier.From.AddYears(-1), earlier.To.AddYears(-1)));
    }

    private static Moment.Fixed? ReadNeighbour(DateContext context, DateRange earlier, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        var before = text.Take(DateSign.Prior, ref next);
        if (!text.TakeUnit(ref next, out var unit))
        {
            return null;
        }

        var isPrior = before || text.Take(DateSign.Before, ref next) || text.Take(DateSign.Prior, ref next);
        if (!isPrior && !text.Take(DateSign.After, ref next))
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(isPrior ? Before(earlier, unit) : After(earlier, unit));
    }

    private static DateRange Before(DateRange earlier, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Period => Periods.Preceding(earlier),
        PeriodUnit.Year => earlier.Days > 31 && Periods.WholeMonths(earlier) is 12
            ? Periods.Preceding(earlier)
            : new DateRange(earlier.From.AddYears(-1), earlier.To.AddYears(-1)),
        PeriodUnit.Week => Periods.EndingOn(earlier.From.AddDays(-1), 7),
        PeriodUnit.Fortnight => Periods.EndingOn(earlier.From.AddDays(-1), 14),
        _ => Periods.Containing(unit, earlier.From, -1),
    };

    private static DateRange After(DateRange earlier, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Period => Periods.Following(earlier),
        PeriodUnit.Week => new DateRange(earlier.To.AddDays(1), earlier.To.AddDays(7)),
        _ => Periods.Containing(unit, earlier.To, 1),
    };
}
