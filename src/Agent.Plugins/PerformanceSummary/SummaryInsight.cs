using PromptLab.Everflow.Reports;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Plugins.PerformanceSummary;

/// <summary>The one sentence worth remembering, computed from the same rows.</summary>
internal static class SummaryInsight
{
    private const int Leaders = 3;

    /// <summary>Null when the figures hold none, for example a single row without a comparison.</summary>
    public static string? Of(PerformanceSummaryResult.Summary summary, string currency) =>
        summary.Previous is null ? Concentration(summary) : Mover(summary, currency);

    private static string? Concentration(PerformanceSummaryResult.Summary summary)
    {
        if (summary.Rows.Count <= Leaders || summary.Total.Revenue <= 0)
        {
            return null;
        }

        var first = summary.Rows[0];
        var leading = summary.Rows.Take(Leaders).Sum(row => row.Metrics.Revenue);
        return $"Insight: {SummaryTable.Name(first)} brings {Figures.Percent(Ratio.Of(first.Metrics.Revenue, summary.Total.Revenue), 1)} of the revenue, "
            + $"the first {Leaders} together {Figures.Percent(Ratio.Of(leading, summary.Total.Revenue), 1)}.";
    }

    private static string? Mover(PerformanceSummaryResult.Summary summary, string currency)
    {
        var row = summary.Rows.MaxBy(row => Math.Abs(row.Metrics.Revenue - row.Previous!.Value.Revenue));
        if (row?.Previous is not { } before || row.Metrics.Revenue == before.Revenue)
        {
            return null;
        }

        var change = row.Metrics.Revenue - before.Revenue;
        var relative = Ratio.Change(before.Revenue, row.Metrics.Revenue);
        return $"Insight: {SummaryTable.Name(row)} moved most, {Figures.SignedMoney(change, currency)} revenue"
            + (relative is null ? " from nothing before" : $" ({Figures.SignedPercent(relative)})")
            + (Driver(before, row.Metrics) is { } driver ? $", mainly through {driver}." : ".");
    }

    /// <summary>Revenue is clicks × conversion rate × revenue per conversion; the factor that changed most in the same direction.</summary>
    private static string? Driver(ReportMetrics before, ReportMetrics now)
    {
        if (before is not { Clicks: > 0, Conversions: > 0, Revenue: > 0 } || now is not { Clicks: > 0, Conversions: > 0, Revenue: > 0 })
        {
            return null;
        }

        var isUp = now.Revenue > before.Revenue;
        var clicks = Math.Log((double)now.Clicks / before.Clicks);
        var rate = Math.Log((double)now.Conversions / now.Clicks / ((double)before.Conversions / before.Clicks));
        var value = Math.Log((double)(now.Revenue / now.Conversions / (before.Revenue / before.Conversions)));
        (double Weight, string Words)[] factors =
        [
            (clicks, isUp ? "more clicks" : "fewer clicks"), (rate, isUp ? "a higher CVR" : "a lower CVR"),
            (value, isUp ? "more revenue per conversion" : "less revenue per conversion"),
        ];
        return factors.MaxBy(factor => isUp ? factor.Weight : -factor.Weight).Words;
    }
}
