namespace PromptLab.Everflow.Reports;

/// <summary>An aggregated report: inclusive days in the network's time zone, grouped by 1–10 columns of which at most one is a time.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, at most 365 days after the first one counted inclusively, for tables 730.</param>
/// <param name="Columns">API names, see <see cref="ReportColumn"/>.</param>
/// <param name="Filters">Same type: any of them; different types: all of them.</param>
public sealed record ReportQuery(DateOnly From, DateOnly To, IReadOnlyList<string> Columns, IReadOnlyList<ReportFilter> Filters)
{
    /// <summary>Rows that match one of these are left out.</summary>
    public IReadOnlyList<ReportFilter> Exclusions { get; init; } = [];
}
