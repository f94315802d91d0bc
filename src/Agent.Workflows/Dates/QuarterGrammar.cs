namespace PromptLab.Workflows.Dates;

/// <summary>Quarters and halves of a year: Q3, 3rd quarter, quarter 3, Q4'24, H2 2024, second half of last year.</summary>
internal static class QuarterGrammar
{
    public static Moment? Read(DateContext context, ref int at)
    {
        var next = at;
        context.Text.Take(DateSign.The, ref next);
        if (!TakeName(context.Text, ref next, out var unit, out var number) || number < 1 || number > (unit == PeriodUnit.Quarter ? 4 : 2))
        {
            return null;
        }

        at = next;
        context.Text.TakeMark(',', ref next);
        context.Text.TakeMark('-', ref next);
        var named = unit == PeriodUnit.Quarter
            ? new Moment.Yearly(year => Periods.Quarter(year, number), Completes: true)
            : new Moment.Yearly(year => Periods.HalfYear(year, number), Completes: true);
        if (!YearTail.TryTake(context, ref next, out var of))
        {
            return named;
        }

        at = next;
        return named.Of(of);
    }

    private static bool TakeName(DateText text, ref int at, out PeriodUnit unit, out int number) =>
        TakeShort(text, ref at, out unit, out number) || TakeOrdinal(text, ref at, out unit, out number)
        || TakeNumbered(text, ref at, out unit, out number);

    /// <summary>Q3, 3Q, H1.</summary>
    private static bool TakeShort(DateText text, ref int at, out PeriodUnit unit, out int number)
    {
        (unit, number) = (default, 0);
        if (text.IsAtEnd(at) || text.Words[at].Folded is not { Length: 2 } word)
        {
            return false;
        }

        var (letter, digit) = char.IsAsciiDigit(word[0]) ? (word[1], word[0]) : (word[0], word[1]);
        if (letter is not ('q' or 'h') || !char.IsAsciiDigit(digit))
        {
            return false;
        }

        (unit, number) = (letter == 'q' ? PeriodUnit.Quarter : PeriodUnit.HalfYear, digit - '0');
        at++;
        return true;
    }

    /// <summary>Third quarter, 3rd quarter, second half (of a year), zweites Halbjahr.</summary>
    private static bool TakeOrdinal(DateText text, ref int at, out PeriodUnit unit, out int number)
    {
        var next = at;
        unit = default;
        if (!DayGrammar.TakeDay(text, ref next, out number, out var isOrdinal) || !isOrdinal)
        {
            return false;
        }

        if (text.Take(DateSign.HalfWord, ref next))
        {
            unit = PeriodUnit.HalfYear;
            var year = next;
            text.Take(DateSign.Of, ref year);
            text.Take(DateSign.The, ref year);
            if (!text.IsAtEnd(year) && !text.TakeYear(ref year, out _) && !IsYear(text, year))
            {
                return false;
            }
        }
        else if (!text.TakeUnit(ref next, out unit) || unit is not (PeriodUnit.Quarter or PeriodUnit.HalfYear))
        {
            return false;
        }

        at = next;
        return true;
    }

    private static bool IsYear(DateText text, int at) => UnitGrammar.TakeStep(text, ref at, out var unit, out _) && unit == PeriodUnit.Year;

    /// <summary>Quarter 3, Q 3.</summary>
    private static bool TakeNumbered(DateText text, ref int at, out PeriodUnit unit, out int number)
    {
        var next = at;
        number = 0;
        unit = PeriodUnit.Quarter;
        if (!text.IsAtEnd(next) && text.Words[next].Folded == "q")
        {
            next++;
        }
        else if (!text.TakeUnit(ref next, out unit) || unit is not (PeriodUnit.Quarter or PeriodUnit.HalfYear))
        {
            return false;
        }

        if (!text.TakeDigits(ref next, 1, 1, out number))
        {
            return false;
        }

        at = next;
        return true;
    }
}
