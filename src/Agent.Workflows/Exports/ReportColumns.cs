using PromptLab.Workflows.Stats;
using PromptLab.Workflows.Variance;

namespace PromptLab.Workflows.Exports;

/// <summary>Which of the columns that people know a report has.</summary>
public static class ReportColumns
{
    /// <param name="column">A canonical name, such as <c>landing_page</c>.</param>
    public static bool Has(ReportType type, string column) => type switch
    {
        ReportType.Stats => StatsColumns.Has(column),
        ReportType.Variance => VarianceColumns.Has(column),
        _ => ConversionColumns.Has(column),
    };
}
