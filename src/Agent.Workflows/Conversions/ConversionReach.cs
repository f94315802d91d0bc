using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Conversions;

/// <summary>Everflow keeps single conversions for 365 days, and gives at most 365 days at once.</summary>
public static class ConversionReach
{
    private const int Days = 365;

    /// <summary>The part of a range that there is; null when all of it is too long ago.</summary>
    public static DateRange? Of(DateRange range, DateOnly today)
    {
        var first = today.AddDays(-Days);
        if (range.To < first)
        {
            return null;
        }

        var from = range.From < first ? first : range.From;
        return new DateRange(range.To.DayNumber - from.DayNumber < Days ? from : range.To.AddDays(1 - Days), range.To);
    }
}
