namespace PromptLab.Workflows.Dates;

/// <summary>Days by number and month: 5 December, Dec 5th 2024, the 5th of December, 1. Dezember, 1 de diciembre, the 5th.</summary>
internal static class DayGrammar
{
    private static readonly HashSet<string> OrdinalEndings =
        ["st", "nd", "rd", "th", "e", "er", "re", "ste", "de", "eme", "ter", "ten", "º", "ª", "o"];

    public static Moment.Yearly DayOf(int month, int day) => new(
        year => day <= DateTime.DaysInMonth(year, month) ? Periods.Single(new DateOnly(year, month, day)) : null,
        Completes: false,
        month);

    public static Moment? Read(DateContext context, ref int at)
    {
        var next = at;
        if (context.Text.Take(DateSign.Weekday, ref next))
        {
            SkipComma(context.Text, ref next);
        }

        context.Text.Take(DateSign.The, ref next);
        var moment = ReadDayThenMonth(context, ref next) ?? ReadMonthThenDay(context, ref next);
        if (moment is not null)
        {
            at = next;
        }

        return moment;
    }

    /// <summary>The 5th: an ordinal in digits behind an article, with nothing behind it that it could count.</summary>
    public static Moment? ReadOrdinal(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        var articled = text.Take(DateSign.The, ref next);
        if (!TakeDay(text, ref next, out var day, out var isOrdinal) || !isOrdinal
            || !char.IsAsciiDigit(text.Words[next - 1].Text[0]) || !(articled || context.IsWhole) || CountsSomething(text, next))
        {
            return null;
        }

        at = next;
        return new Moment.DayOfMonth(day);
    }

    /// <summary>A number from 1 to 31, bare or as an ordinal.</summary>
    public static bool TakeDay(DateText text, ref int at, out int day, out bool isOrdinal)
    {
        var next = at;
        isOrdinal = !text.TakeDigits(ref next, 1, 2, out day);
        if (isOrdinal && !TakeOrdinal(text, ref next, out day))
        {
            return false;
        }

        if (day is < 1 or > 31)
        {
            return false;
        }

        at = next;
        return true;
    }

    private static bool TakeOrdinal(DateText text, ref int at, out int day)
    {
        if (text.Take(DateSign.Ordinal, ref at, out day))
        {
            return true;
        }

        var folded = text.IsAtEnd(at) ? "" : text.Words[at].Folded;
        var digits = folded.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2 || !OrdinalEndings.Contains(folded[digits..]))
        {
            return false;
        }

        day = int.Parse(folded[..digits], System.Globalization.CultureInfo.InvariantCulture);
        at++;
        return true;
    }

    private static Moment? ReadDayThenMonth(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        if (!TakeDay(text, ref next, out var day, out _))
        {
            return null;
        }

        text.TakeMark('.', ref next);
        text.TakeMark('-', ref next);
        text.Take(DateSign.Of, ref next);
        return text.Take(DateSign.Month, ref next, out var month) ? WithYear(context, month, day, next, ref at) : null;
    }

    private static Moment? ReadMonthThenDay(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        if (!text.Take(DateSign.Month, ref next, out var month))
        {
            return null;
        }

        text.TakeMark('.', ref next);
        text.Take(DateSign.The, ref next);
        return TakeDay(text, ref next, out var day, out _) ? WithYear(context, month, day, next, ref at) : null;
    }

    private static Moment? WithYear(DateContext context, int month, int day, int end, ref int at)
    {
        var next = end;
        context.Text.TakeMark('.', ref next);
        SkipComma(context.Text, ref next);
        var moment = YearTail.TryTake(context, ref next, out var year) ? DayOf(month, day).Of(year) : DayOf(month, day);
        if (moment is not null)
        {
            at = moment is Moment.Fixed ? next : end;
        }

        return moment;
    }

    private static void SkipComma(DateText text, ref int at) => text.TakeMark(',', ref at);

    private static bool CountsSomething(DateText text, int at) =>
        !text.IsAtEnd(at) && !text.Words[at].IsPunctuation && !text.Is(DateSign.To, at) && !text.Is(DateSign.And, at)
        && !text.Is(DateSign.In, at) && !text.Is(DateSign.Onward, at);
}
