using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Stats;

/// <summary>Sums of aggregated reports.</summary>
internal static class ReportTotals
{
    public const string Incomplete =
        "Everflow gives at most 10,000 rows at once and this report could not be cut small enough, so rows are missing.";

    public const string Different =
        "The sums of this file differ from Everflow's sums of the same days: figures changed while it was written.";

    public static ExportTotals Of(ReportMetrics sum) => new(null, sum.Clicks, sum.Conversions, sum.Payout, sum.Revenue);

    /// <summary>By another way than the report itself: from a report that is never cut off.</summary>
    public static async Task<ExportTotals> AskAsync(ReportsClient reports, ReportQuery query, CancellationToken cancellationToken)
    {
        var table = await reports.GetTableAsync(query, cancellationToken);
        return Of(table.Rows.Aggregate(default(ReportMetrics), (sum, row) => sum + row.Metrics));
    }
}
