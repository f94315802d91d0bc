using PromptLab.Everflow.Conversions;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Conversions;

/// <summary>A page of conversions with the figures of the whole range.</summary>
/// <param name="Range">The days that are covered: those that there are of the request's.</param>
/// <param name="Counts">Of all statuses, events included.</param>
/// <param name="Asked">The same of the status that was asked for.</param>
/// <param name="Events">How many of <paramref name="Asked"/> are events after a conversion.</param>
/// <param name="Pages">At least 1.</param>
public sealed record ConversionsView(
    DateRange Range, ConversionSummary Counts, ConversionSummary Asked, long Events, IReadOnlyList<Conversion> Rows, int Page, int Pages);
