namespace PromptLab.Workflows.Dates;

/// <summary>Counted units: last 7 days, L7D, past two weeks, 7 derniers jours, the next 3 days, 3 days ago, hace 3 días.</summary>
internal static class CountedGrammar
{
    // A larger number in front of "afgelopen maand" is an id.
    private const int MostCounted = 400;

    public static Moment? Read(DateContext context, ref int at) => ReadCompact(context, ref at) ?? ReadAgo(context, ref at) ?? ReadRun(context, ref at);

    /// <summary>A number and a unit, apart or joined: 7 days, 7d, two weeks.</summary>
    public static bool TakeCount(DateText text, ref int at, out int count, out PeriodUnit unit)
    {
        var next = at;
        if (text.TakeNumber(ref next, out count))
        {
            text.TakeMark('-', ref next);
            if (text.TakeUnit(ref next, out unit))
            {
                at = next;
                return true;
            }
        }

        unit = default;
        if (text.IsAtEnd(at) || CompactCount.Read(text.Words[at].Folded) is not { Prefix: "" } compact)
        {
            return false;
        }

        (count, unit) = (compact.Count, compact.Unit);
        at++;
        return true;
    }

    private static Moment.Fixed? ReadCompact(DateContext context, ref int at)
    {
        if (context.Text.IsAtEnd(at) || CompactCount.Read(context.Text.Words[at].Folded) is not { Prefix.Length: > 0 } compact)
        {
            return null;
        }

        at++;
        return new Moment.Fixed(Back(context, compact.Count, compact.Unit));
    }

    private static Moment.Fixed? ReadAgo(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        var before = text.Take(DateSign.Ago, ref next);
        if (!TakeCount(text, ref next, out var count, out var unit) || !(before || text.Take(DateSign.Ago, ref next)))
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(unit == PeriodUnit.Hour
            ? Periods.Single(context.Today)
            : Periods.Containing(unit == PeriodUnit.Fortnight ? PeriodUnit.Week : unit, context.Today, unit == PeriodUnit.Fortnight ? -2 * count : -count));
    }

    private static Moment.Fixed? ReadRun(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        text.Take(DateSign.This, ref next);
        var direction = TakeDirection(text, ref next);
        text.Take(DateSign.Full, ref next);
        int count;
        PeriodUnit unit;
        if (direction == 0)
        {
            // 7 derniers jours, 7 últimos días; but "offer 1001 last week" counts nothing.
            if (!text.TakeNumber(ref next, out count) || count > MostCounted || IsEnglish(text, next) || (direction = TakeDirection(text, ref next)) == 0 || !text.TakeUnit(ref next, out unit))
            {
                return null;
            }
        }
        else if (!TakeCount(text, ref next, out count, out unit))
        {
            return null;
        }

        if (count == 0 || unit is PeriodUnit.Weekend or PeriodUnit.Period)
        {
            return null;
        }

        at = next;
        return new Moment.Fixed(direction < 0 ? Back(context, count, unit) : Ahead(context, count, unit));
    }

    private static bool IsEnglish(DateText text, int at) => !text.IsAtEnd(at) && text.Words[at].Folded is "last" or "past" or "lst" or "prev" or "previous" or "prior" or "next";

    private static int TakeDirection(DateText text, ref int at) =>
        text.Take(DateSign.Last, ref at) || text.Take(DateSign.Past, ref at) ? -1 : text.Take(DateSign.Next, ref at) ? 1 : 0;

    private static DateRange Back(DateContext context, int count, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Hour => Periods.EndingOn(context.Yesterday, Math.Max(1, count / 24)),
        PeriodUnit.Day => Periods.EndingOn(context.Yesterday, count),
        PeriodUnit.Week => Periods.EndingOn(context.Yesterday, 7 * count),
        PeriodUnit.Fortnight => Periods.EndingOn(context.Yesterday, 14 * count),
        _ => Periods.Containing(unit, context.Today, -count) with { To = Periods.Containing(unit, context.Today, -1).To },
    };

    private static DateRange Ahead(DateContext context, int count, PeriodUnit unit) =>
        new(context.Today.AddDays(1), Periods.Containing(unit is PeriodUnit.Hour ? PeriodUnit.Day : unit, context.Today, count).To);
}
