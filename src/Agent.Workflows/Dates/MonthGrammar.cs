namespace PromptLab.Workflows.Dates;

/// <summary>Months, quarters and halves by name: December, last December, Dec '24, Q3, third quarter of 2024, H2, second half of December.</summary>
internal static class MonthGrammar
{
    public static Moment? Read(DateContext context, ref int at)
    {
        var next = at;
        SkipLead(context.Text, ref next);
        var moment = ReadMonth(context, ref next) ?? QuarterGrammar.Read(context, ref next);
        if (moment is not null)
        {
            at = next;
        }

        return moment;
    }

    /// <summary>The whole of, the month of, all.</summary>
    private static void SkipLead(DateText text, ref int at)
    {
        text.Take(DateSign.Full, ref at);
        var next = at;
        text.Take(DateSign.The, ref next);
        var lead = text.Take(DateSign.Full, ref next) | text.TakeUnit(ref next, out _);
        if (lead && text.Take(DateSign.Of, ref next) && text.Is(DateSign.Month, next))
        {
            at = next;
        }
    }

    private static Moment? ReadMonth(DateContext context, ref int at)
    {
        var text = context.Text;
        var next = at;
        text.Take(DateSign.The, ref next);
        text.Take(DateSign.Full, ref next);
        var yearFirst = YearTail.TryTake(context, ref next, out var year);
        var direction = text.Take(DateSign.This, ref next) ? 0 : text.Take(DateSign.Next, ref next) ? 1 : text.Take(DateSign.Last, ref next) ? -1 : (int?)null;
        if (!text.Take(DateSign.Month, ref next, out var month))
        {
            return null;
        }

        at = next;
        text.TakeMark('.', ref next);
        text.TakeMark(',', ref next);
        var named = new Moment.Yearly(of => Periods.Month(of, month), Completes: true, month);
        if (yearFirst)
        {
            return named.Of(year);
        }

        if (YearTail.TryTake(context, ref next, out year))
        {
            at = next;
            return named.Of(year);
        }

        if (direction is null && text.Take(DateSign.Last, ref next))
        {
            // diciembre pasado, décembre dernier
            at = next;
        }

        return direction switch
        {
            0 => named.Of(context.Today.Year),
            1 when named.FirstFrom(context.Today) is { } coming => new Moment.Fixed(coming),
            -1 when named.Latest(context.Today) is { } passed => new Moment.Fixed(passed),
            _ => named,
        };
    }
}
