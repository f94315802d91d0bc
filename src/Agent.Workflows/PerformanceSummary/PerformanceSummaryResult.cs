using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>How the network did.</summary>
public abstract record PerformanceSummaryResult
{
    private PerformanceSummaryResult()
    {
    }

    /// <param name="Rows">All countries or offers with traffic in either period, the highest revenue first.</param>
    /// <param name="Before">The compared period; null when none was asked for.</param>
    /// <param name="Previous">Its totals.</param>
    /// <param name="IsComplete">False when the API left rows out.</param>
    public sealed record Summary(
        IReadOnlyList<SummaryRow> Rows, ReportMetrics Total, DateRange? Before, ReportMetrics? Previous, bool IsComplete) : PerformanceSummaryResult;

    /// <summary>No traffic at all under these conditions.</summary>
    public sealed record Empty : PerformanceSummaryResult;

    /// <summary>The network has no such label, or nothing carries it: the summary would be of nothing.</summary>
    public sealed record LabelUnused(string Label) : PerformanceSummaryResult;
}
