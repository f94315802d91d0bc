using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>What a comparison of two periods looks at.</summary>
public sealed record TrafficFigures(long Clicks, long Conversions, decimal Revenue)
{
    internal static readonly TrafficFigures None = new(0, 0, 0);

    internal static TrafficFigures Of(IEnumerable<ReportRow> rows) =>
        rows.Aggregate(None, (sum, row) => new(sum.Clicks + row.Metrics.Clicks, sum.Conversions + row.Metrics.Conversions, sum.Revenue + row.Metrics.Revenue));
}
