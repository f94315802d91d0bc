namespace PromptLab.Workflows.Dates;

/// <summary>One unit seen from today: last week, this month, past year, next quarter, mes pasado, the weekend, month to date.</summary>
internal static class UnitGrammar
{
    private const int DaysOfPastMonth = 30;
    private const int DaysOfPastYear = 365;

    public static Moment? Read(DateContext context, ref int at) =>
        ReadToDate(context, ref at) ?? ReadPast(context, ref at) ?? ReadStep(context, ref at) ?? ReadWeekend(context, ref at);

    /// <summary>Last, this or next and a unit, in either order.</summary>
    /// <param name="step">-1, 0 or 1.</param>
    public static bool TakeStep(DateText text, ref int at, out PeriodUnit unit, out int step)
    {
        var next = at;
        text.Take(DateSign.The, ref next);
        text.Take(DateSign.Full, ref next);
        var direction = TakeDirection(text, ref next, out step);
        text.Take(DateSign.Full, ref next);
        if (!text.TakeUnit(ref next, out unit) || !(direction || TakeDirection(text, ref next, out step)))
        {
            return false;
        }

        at = next;
        return true;
    }

    private static bool TakeDirection(DateText text, ref int at, out int step)
    {
        step = text.Is(DateSign.This, at) ? 0 : text.Is(DateSign.Next, at) ? 1 : -1;
        return text.Take(DateSign.This, ref at) || text.Take(DateSign.Next, ref at) || text.Take(DateSign.Last, ref at);
    }

    private static Moment.Fixed? ReadToDate(DateContext context, ref int at)
    {
        if (!context.Text.Take(DateSign.ToDate, ref at, out var unit))
        {
            return null;
        }

        return UpToToday(context, (PeriodUnit)unit);
    }

    private static Moment.Fixed UpToToday(DateContext context, PeriodUnit unit) =>
        new(Periods.Containing(unit, context.Today) with { To = context.Today });

    /// <summary>The past month is the last 30 days; last month is the calendar month.</summary>
    private static Moment.Fixed? ReadPast(DateContext context, ref int at)
    {
        var next = at;
        context.Text.Take(DateSign.The, ref next);
        context.Text.Take(DateSign.This, ref next);
        if (!context.Text.Take(DateSign.Past, ref next) || !context.Text.TakeUnit(ref next, out var unit))
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(unit switch
        {
            PeriodUnit.Month => Periods.EndingOn(context.Yesterday, DaysOfPastMonth),
            PeriodUnit.Year => Periods.EndingOn(context.Yesterday, DaysOfPastYear),
            _ => LastOne(context, unit),
        });
    }

    private static Moment.Fixed? ReadStep(DateContext context, ref int at)
    {
        var next = at;
        if (!TakeStep(context.Text, ref next, out var unit, out var step) || unit == PeriodUnit.Period)
        {
            return null;
        }

        var isFull = Enumerable.Range(at, next - at).Any(index => context.Text.Is(DateSign.Full, index));
        at = next;
        return step switch
        {
            0 when unit == PeriodUnit.Weekend => new Moment.Fixed(Periods.Weekend(context.Today)),
            0 => UpToToday(context, unit),
            1 => new Moment.Fixed(Periods.Containing(unit, context.Today, 1)),
            _ => new Moment.Fixed(isFull ? Periods.Containing(unit, context.Today, -1) : LastOne(context, unit)),
        };
    }

    private static DateRange LastOne(DateContext context, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Week => Periods.EndingOn(context.Yesterday, 7),
        PeriodUnit.Fortnight => Periods.EndingOn(context.Yesterday, 14),
        PeriodUnit.Hour => Periods.Single(context.Today),
        _ => Periods.Containing(unit, context.Today, -1),
    };

    /// <summary>The weekend: the last one that has begun. The weekend before last: the one before that.</summary>
    private static Moment.Fixed? ReadWeekend(DateContext context, ref int at)
    {
        var next = at;
        var text = context.Text;
        text.Take(DateSign.The, ref next);
        if (!text.TakeUnit(ref next, out var unit) || (unit != PeriodUnit.Weekend && !text.Is(DateSign.BeforeLast, next)))
        {
            return null;
        }

        at = next;
        if (text.Take(DateSign.BeforeLast, ref at))
        {
            return new Moment.Fixed(unit == PeriodUnit.Week
                ? Periods.Preceding(LastOne(context, unit))
                : Periods.Containing(unit, context.Today, -2));
        }

        var weekend = Periods.Weekend(context.Today);
        return new Moment.Fixed(weekend.From <= context.Today ? weekend : Periods.Containing(unit, context.Today, -1));
    }
}
