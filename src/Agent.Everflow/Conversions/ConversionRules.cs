using PromptLab.Everflow.Reports;

namespace PromptLab.Everflow.Conversions;

internal static class ConversionRules
{
    public static void Check(string operation, ConversionQuery query)
    {
        ReportRules.CheckDays(operation, query.From, query.To);
        ReportRules.CheckFilters(operation, query.Filters);
        if (query is { ShowConversions: false, ShowEvents: false })
            throw new EverflowException(EverflowFailure.BadRequest, operation, "A conversion report shows conversions, events or both.");
    }
}
