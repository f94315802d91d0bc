using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.Exports;

/// <summary>What a row-level report asks Everflow for: requests of which no two give the same row.</summary>
internal static class ConversionQueries
{
    private static readonly ReportFilter[] Refused = [Status("rejected"), Status("invalid")];

    // Throttled conversions can be left pending, or be approved by hand afterwards.
    private static readonly ReportFilter[] NotRefused = [Status("approved"), Status("pending")];

    /// <param name="filters">Offer, partner, country.</param>
    public static IReadOnlyList<ConversionQuery> Of(ReportType type, DateOnly from, DateOnly to, IReadOnlyList<ReportFilter> filters)
    {
        var all = new ConversionQuery(from, to, filters) { ShowEvents = true };
        return type switch
        {
            ReportType.Fraud => [all with { Filters = [.. filters, .. Refused] }, all with { Filters = [.. filters, .. NotRefused], OnlyScrubbed = true }],
            ReportType.Scrub => [all with { OnlyScrubbed = true }],
            _ => [all],
        };
    }

    private static ReportFilter Status(string status) => new(ReportResource.Status, status);
}
