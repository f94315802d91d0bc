using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>How the network did in a period.</summary>
/// <param name="Country">Null for all countries.</param>
/// <param name="Compare">Whether the equally long period before is put beside it.</param>
/// <param name="Label">Only traffic of what carries this label; null for everything, which a person must have agreed to.</param>
public sealed record PerformanceSummaryRequest(DateRange Range, SummaryGrouping GroupBy, Country? Country, bool Compare, string? Label)
{
    public const int DefaultDays = 7;
}
