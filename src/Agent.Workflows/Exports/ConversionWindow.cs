using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// Days that are asked in one file. What is known of their rows (ids, to write each once) is forgotten at the end of it, so that
/// memory follows the window and not the report. A window is a day or more.
/// </summary>
internal static class ConversionWindow
{
    /// <param name="rows">Of the whole range.</param>
    /// <param name="most">Rows of a window, about.</param>
    public static IEnumerable<DateRange> Of(DateRange range, long rows, int most)
    {
        var count = (int)Math.Clamp((rows + most - 1) / most, 1, range.Days);
        for (var at = 0; at < count; at++)
        {
            yield return new DateRange(range.From.AddDays(Day(at)), range.From.AddDays(Day(at + 1) - 1));
        }

        int Day(int window) => (int)((long)range.Days * window / count);
    }
}
