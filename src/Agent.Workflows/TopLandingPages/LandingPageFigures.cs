using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>A landing page with its figures of the period.</summary>
/// <param name="Id">0 for the offer's own destination, the default page.</param>
public sealed record LandingPageFigures(int Id, string Name, ReportMetrics Metrics)
{
    /// <summary>Conversions per click as a ratio; null without clicks.</summary>
    public decimal? Cvr => Ratio.Of(Metrics.Conversions, Metrics.Clicks);

    public WilsonInterval Interval { get; } = WilsonInterval.Of(Metrics.Conversions, Metrics.Clicks);

    /// <summary>The same rate at the precision it is shown with (0.01 %).</summary>
    public bool Ties(LandingPageFigures other) => Cvr is { } mine && other.Cvr is { } others && Math.Round(mine, 4) == Math.Round(others, 4);
}
