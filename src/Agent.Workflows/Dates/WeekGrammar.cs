using System.Globalization;

namespace PromptLab.Workflows.Dates;

/// <summary>Weeks by a day in them or by number: the week of December 9th, week ending Jan 5, Black Friday week, week 50.</summary>
internal static class WeekGrammar
{
    public static Moment? Read(DateContext context, ref int at) =>
        (Moment?)ReadWeekOf(context, ref at) ?? ReadNumbered(context, ref at) ?? ReadHoliday(context, ref at);

    private static Moment.Fixed? ReadWeekOf(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        if (!text.TakeUnit(ref next, out var unit) || unit is not (PeriodUnit.Week or PeriodUnit.Weekend))
        {
            return null;
        }

        var ends = text.Take(DateSign.Ending, ref next);
        if (!ends && !text.Take(DateSign.Starting, ref next))
        {
            return null;
        }

        if ((NumericDates.Read(context, ref next) ?? DayGrammar.Read(context, ref next) ?? NamedDayGrammar.Read(context, ref next)
            ?? DayGrammar.ReadOrdinal(context, ref next)) is not { } day || day.Latest(context.Today) is not { } range)
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(ends ? Periods.EndingOn(range.To, 7) : Periods.Containing(unit, range.From));
    }

    private static Moment? ReadNumbered(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        if (!TakeNumber(text, ref next, out var week) || week is < 1 or > 53)
        {
            return null;
        }

        at = next;
        var named = new Moment.Yearly(year => IsoWeek(year, week), Completes: true);
        if (!YearTail.TryTake(context, ref next, out var of))
        {
            return named;
        }

        at = next;
        return named.Of(of);
    }

    private static bool TakeNumber(DateText text, ref int at, out int week)
    {
        var next = at;
        if (text.Take(DateSign.WeekNumber, ref next) && text.TakeDigits(ref next, 1, 2, out week))
        {
            at = next;
            return true;
        }

        var folded = text.IsAtEnd(at) ? "" : text.Words[at].Folded;
        if (folded.Length is 3 or 4 && folded[..2] is "kw" or "wk" or "cw"
            && int.TryParse(folded[2..], NumberStyles.None, CultureInfo.InvariantCulture, out week))
        {
            at++;
            return true;
        }

        week = 0;
        return false;
    }

    private static DateRange? IsoWeek(int year, int week) => week > ISOWeek.GetWeeksInYear(year)
        ? null
        : Periods.Week(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));

    /// <summary>Christmas week, Easter weekend.</summary>
    private static Moment.Fixed? ReadHoliday(DateContext context, ref int at)
    {
        var next = at;
        context.Text.Take(DateSign.The, ref next);
        if (NamedDayGrammar.ReadHoliday(context, ref next)?.Latest(context.Today) is not { } day
            || !context.Text.TakeUnit(ref next, out var unit) || unit is not (PeriodUnit.Week or PeriodUnit.Weekend))
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(Periods.Containing(unit, day.From));
    }
}
