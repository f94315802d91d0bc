namespace PromptLab.Workflows.Dates;

/// <summary>A whole date phrase: one period, from … to …, between … and …, since …, October and November.</summary>
internal static class RangeGrammar
{
    public static DateRange? Read(DateContext context, ref int at) =>
        ReadSince(context, ref at) ?? ReadFromTo(context, ref at) ?? ReadEnumeration(context, ref at) ?? ReadSingle(context, ref at);

    private static DateRange? ReadSince(DateContext context, ref int at)
    {
        var next = at;
        if (!context.Text.Take(DateSign.Since, ref next) || ReadBeginning(context, ref next) is not { } begun)
        {
            return null;
        }

        // "vanaf 1 december tot 5 december" is a range with an end, read by the next rule.
        if (context.Text.Is(DateSign.To, next) && !context.Text.Is(DateSign.Onward, next) && ReadFromTo(context, ref at) is { } ended)
        {
            return ended;
        }

        context.Text.Take(DateSign.Onward, ref next);
        at = next;
        return begun with { To = begun.From > context.Today ? begun.To : context.Today };
    }

    /// <summary>What a period that lasts until today began with: Monday, December, the start of the year.</summary>
    private static DateRange? ReadBeginning(DateContext context, ref int at)
    {
        var text = context.Text;
        var start = at;
        if (text.Take(DateSign.Start, ref start))
        {
            var unitAt = start;
            text.Take(DateSign.The, ref unitAt);
            var isStep = UnitGrammar.TakeStep(text, ref start, out var unit, out var step);
            if (isStep || text.TakeUnit(ref unitAt, out unit))
            {
                at = isStep ? start : unitAt;
                return Periods.Containing(unit, context.Today, isStep ? step : 0);
            }

            at = start;
        }

        return SingleGrammar.Read(context, ref at)?.LatestBegun(context.Today);
    }

    private static DateRange? ReadFromTo(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        var from = text.Take(DateSign.From, ref next) || text.Take(DateSign.Since, ref next);
        var begin = ReadEdge(context, ref next);
        if (begin is null)
        {
            return null;
        }

        var end = next;
        if (text.Take(DateSign.Dash, ref end) || text.Take(DateSign.To, ref end) || (from && text.Take(DateSign.And, ref end)))
        {
            if (ReadEdge(context, ref end) is { } finish && RangeEnds.Join(begin, finish, context.Today) is { } range)
            {
                at = end;
                return range;
            }
        }

        end = next;
        if (from && begin is not Moment.DayOfMonth && text.Take(DateSign.Onward, ref end) && begin.LatestBegun(context.Today) is { } begun)
        {
            at = end;
            return begun with { To = context.Today };
        }

        return null;
    }

    /// <summary>An end of a range, which may be a bare day: 1 - 15 November, November 1 to 15.</summary>
    private static Moment? ReadEdge(DateContext context, ref int at)
    {
        if (SingleGrammar.Read(context, ref at) is { } moment)
        {
            return moment;
        }

        var next = at;
        context.Text.Take(DateSign.The, ref next);
        if (!DayGrammar.TakeDay(context.Text, ref next, out var day, out _))
        {
            return null;
        }

        context.Text.TakeMark('.', ref next);
        at = next;
        return new Moment.DayOfMonth(day);
    }

    /// <summary>Months, quarters or days named together: October and November; 5, 6 and 7 December is left to people who ask back.</summary>
    private static DateRange? ReadEnumeration(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        var first = SingleGrammar.Read(context, ref next);
        var last = first;
        while (last is not null)
        {
            var item = next;
            if (!text.TakeMark(',', ref item) & !text.Take(DateSign.And, ref item) & !text.TakeMark('&', ref item) & !text.TakeMark('+', ref item)
                || SingleGrammar.Read(context, ref item) is not { } following || !SameSort(last, following))
            {
                break;
            }

            (last, next) = (following, item);
        }

        if (first is null || last is null || ReferenceEquals(first, last) || RangeEnds.Join(first, last, context.Today) is not { } range)
        {
            return null;
        }

        at = next;
        return range;
    }

    private static bool SameSort(Moment first, Moment second) => (first, second) switch
    {
        (Moment.Fixed one, Moment.Fixed other) => Periods.WholeMonths(one.Range) == Periods.WholeMonths(other.Range) && other.Range.From == one.Range.To.AddDays(1),
        (Moment.Yearly one, Moment.Fixed other) => one.Completes == Periods.WholeMonths(other.Range) is not null,
        _ => first.GetType() == second.GetType(),
    };

    private static DateRange? ReadSingle(DateContext context, ref int at)
    {
        var next = at;
        if (SingleGrammar.Read(context, ref next) is not { } moment)
        {
            return null;
        }

        var end = next;
        if (moment is not Moment.Fixed { Range.Days: > 1 } && context.Text.Take(DateSign.Onward, ref end) && end - next > 1
            && moment.LatestBegun(context.Today) is { } begun)
        {
            at = end;
            return begun with { To = context.Today };
        }

        at = next;
        return moment.Latest(context.Today);
    }
}
