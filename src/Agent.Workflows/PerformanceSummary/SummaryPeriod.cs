using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>The figures of one period by country or offer.</summary>
internal sealed record SummaryPeriod(IReadOnlyDictionary<(int? Id, string? Name), ReportMetrics> Groups, bool IsComplete)
{
    public ReportMetrics Total { get; } = Groups.Values.Aggregate(default(ReportMetrics), ReportMetrics.Add);

    public bool IsEmpty => Groups.Values.All(metrics => metrics is { Clicks: 0, Conversions: 0, Revenue: 0, Payout: 0 });
}
