using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Stats;

/// <summary>A figure of a group.</summary>
internal sealed record StatsMetric(ExportColumn Column, Func<ReportMetrics, string> Cell);
