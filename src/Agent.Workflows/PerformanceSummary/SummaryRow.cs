using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>A country or an offer.</summary>
/// <param name="Id">The offer's id; null for countries.</param>
/// <param name="Name">Null for traffic whose country is not known.</param>
/// <param name="Previous">The period before; null when it was not asked for.</param>
public sealed record SummaryRow(int? Id, string? Name, ReportMetrics Metrics, ReportMetrics? Previous);
