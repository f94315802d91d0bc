namespace PromptLab.Workflows.Dates;

/// <summary>The year behind a month or day: 2024, of 2024, '24, last year, of last year, del año pasado.</summary>
internal static class YearTail
{
    public static bool TryTake(DateContext context, ref int at, out int year)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.Of, ref next);
        text.Take(DateSign.YearWord, ref next);
        if (text.TakeYear(ref next, out year))
        {
            at = next;
            return true;
        }

        next = at;
        text.Take(DateSign.Of, ref next);
        if (UnitGrammar.TakeStep(text, ref next, out var unit, out var step) && unit == PeriodUnit.Year)
        {
            year = context.Today.Year + step;
            at = next;
            return true;
        }

        return false;
    }
}
