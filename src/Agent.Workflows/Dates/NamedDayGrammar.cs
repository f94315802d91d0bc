namespace PromptLab.Workflows.Dates;

/// <summary>Days by name: today, eergisteren, Monday, last Friday, Friday of last week, Black Friday, Christmas 2023.</summary>
internal static class NamedDayGrammar
{
    public static Moment? Read(DateContext context, ref int at) =>
        ReadRelative(context, ref at) ?? ReadHoliday(context, ref at) ?? ReadWeekday(context, ref at);

    public static Moment? ReadHoliday(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        var isLast = text.Take(DateSign.Last, ref next) || text.Take(DateSign.This, ref next);
        if (!text.Take(DateSign.Holiday, ref next, out var holiday))
        {
            return null;
        }

        at = next;
        var named = new Moment.Yearly(year => Periods.Single(Holidays.InYear(holiday, year)), Completes: false);
        if (!isLast && YearTail.TryTake(context, ref next, out var of))
        {
            at = next;
            return named.Of(of);
        }

        return named;
    }

    private static Moment.Fixed? ReadRelative(DateContext context, ref int at)
    {
        var next = at;
        context.Text.Take(DateSign.The, ref next);
        if (!context.Text.Take(DateSign.Day, ref next, out var offset))
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(Periods.Single(context.Today.AddDays(offset)));
    }

    private static Moment? ReadWeekday(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        var weekFirst = UnitGrammar.TakeStep(text, ref next, out var unit, out var step) && unit == PeriodUnit.Week;
        if (!weekFirst)
        {
            next = at;
            text.Take(DateSign.The, ref next);
        }

        var direction = text.Take(DateSign.This, ref next) ? 0 : text.Take(DateSign.Next, ref next) ? 1 : text.Take(DateSign.Last, ref next) ? -1 : (int?)null;
        if (!text.Take(DateSign.Weekday, ref next, out var number))
        {
            return null;
        }

        at = next;
        if (!weekFirst)
        {
            text.Take(DateSign.Of, ref next);
            weekFirst = UnitGrammar.TakeStep(text, ref next, out unit, out step) && unit == PeriodUnit.Week;
            at = weekFirst ? next : at;
        }

        var day = new Moment.Weekly((DayOfWeek)(number % 7));
        if (weekFirst)
        {
            return new Moment.Fixed(day.FirstFrom(Periods.Containing(PeriodUnit.Week, context.Today, step).From));
        }

        if (direction is null && text.Take(DateSign.Last, ref at))
        {
            direction = -1;
        }

        return direction switch
        {
            0 => new Moment.Fixed(day.FirstFrom(Periods.Week(context.Today).From)),
            1 => new Moment.Fixed(day.FirstFrom(context.Today.AddDays(1))),
            -1 => new Moment.Fixed(day.Latest(context.Today)),
            _ => day,
        };
    }
}
