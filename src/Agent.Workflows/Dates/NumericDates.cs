namespace PromptLab.Workflows.Dates;

/// <summary>Dates in digits: 2024-12-01, 20241201, 1.12.2024, 15/12/2024, 1.12., 2024-12, 12/2024.</summary>
internal static class NumericDates
{
    public static Moment? Read(DateContext context, ref int at) =>
        (Moment?)(ReadIso(context.Text, ref at) ?? ReadCompact(context.Text, ref at) ?? ReadDayFirst(context.Text, ref at)
            ?? ReadMonthOfYear(context.Text, ref at))
        ?? ReadDayAndMonth(context.Text, ref at);

    private static Moment.Fixed? ReadIso(DateText text, ref int at)
    {
        foreach (var mark in "-/.")
        {
            var next = at;
            if (text.TakeYear(ref next, out var year) && text.TakeMark(mark, ref next) && text.TakeDigits(ref next, 1, 2, out var month))
            {
                var day = next;
                if (text.TakeMark(mark, ref day) && text.TakeDigits(ref day, 1, 2, out var number))
                {
                    return Day(year, month, number, day, ref at);
                }

                if (mark == '-' && month is >= 1 and <= 12 && text.Words[next - 1].Text.Length == 2)
                {
                    at = next;
                    return new Moment.Fixed(Periods.Month(year, month));
                }
            }
        }

        return null;
    }

    private static Moment.Fixed? ReadCompact(DateText text, ref int at)
    {
        var next = at;
        return text.TakeDigits(ref next, 8, 8, out var digits)
            ? Day(digits / 10000, digits / 100 % 100, digits % 100, next, ref at)
            : null;
    }

    /// <summary>Day first; with slashes only when the other order cannot be meant, because 3/4 is read both ways. Another date of the text may settle it.</summary>
    private static Moment.Fixed? ReadDayFirst(DateText text, ref int at)
    {
        foreach (var mark in ".-/")
        {
            var next = at;
            if (text.TakeDigits(ref next, 1, 2, out var day) && text.TakeMark(mark, ref next)
                && text.TakeDigits(ref next, 1, 2, out var month) && text.TakeMark(mark, ref next) && TakeAnyYear(text, ref next, out var year))
            {
                return mark == '/' && (month > 12 || (day <= 12 && IsMonthFirst(text))) ? Day(year, day, month, next, ref at)
                    : mark == '/' && day <= 12 && day != month ? null
                    : Day(year, month, day, next, ref at);
            }
        }

        return null;
    }

    /// <summary>Whether some date of the text can only be month/day/year: "12/01/2024 to 12/31/2024".</summary>
    private static bool IsMonthFirst(DateText text)
    {
        for (var start = 0; start < text.Words.Count; start++)
        {
            var at = start;
            if (text.TakeDigits(ref at, 1, 2, out var first) && first <= 12 && text.TakeMark('/', ref at)
                && text.TakeDigits(ref at, 1, 2, out var second) && second is > 12 and <= 31 && text.TakeMark('/', ref at) && TakeAnyYear(text, ref at, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakeAnyYear(DateText text, ref int at, out int year)
    {
        if (text.TakeYear(ref at, out year))
        {
            return true;
        }

        var taken = text.TakeDigits(ref at, 2, 2, out year);
        year += 2000;
        return taken;
    }

    private static Moment.Fixed? ReadMonthOfYear(DateText text, ref int at)
    {
        var next = at;
        if (!IsTailOfDate(text, at) && text.TakeDigits(ref next, 1, 2, out var month) && month is >= 1 and <= 12
            && (text.TakeMark('/', ref next) || text.TakeMark('.', ref next)) && text.TakeYear(ref next, out var year))
        {
            at = next;
            return new Moment.Fixed(Periods.Month(year, month));
        }

        return null;
    }

    /// <summary>The 01/2024 of 12/01/2024 is no January.</summary>
    private static bool IsTailOfDate(DateText text, int at) =>
        at > 1 && text.Words[at - 2].IsNumber && text.Words[at - 1].Text is ("/" or ".");

    /// <summary>1.12. with both dots, or 25/12 where only one order is possible.</summary>
    private static Moment.Yearly? ReadDayAndMonth(DateText text, ref int at)
    {
        var next = at;
        if (!text.TakeDigits(ref next, 1, 2, out var day))
        {
            return null;
        }

        var dotted = text.TakeMark('.', ref next);
        if (!dotted && !text.TakeMark('/', ref next))
        {
            return null;
        }

        if (!text.TakeDigits(ref next, 1, 2, out var month) || (dotted && !text.TakeMark('.', ref next)))
        {
            return null;
        }

        if (!dotted && month > 12)
        {
            (day, month) = (month, day);
        }

        if (day is < 1 or > 31 || month is < 1 or > 12 || (!dotted && day <= 12 && day != month))
        {
            return null;
        }

        at = next;
        return DayGrammar.DayOf(month, day);
    }

    private static Moment.Fixed? Day(int year, int month, int day, int end, ref int at)
    {
        if (year is < 2000 or > 2099 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        at = end;
        return new Moment.Fixed(Periods.Single(new DateOnly(year, month, day)));
    }
}
