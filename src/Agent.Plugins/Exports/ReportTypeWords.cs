using PromptLab.Plugins.Arguments;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

internal static class ReportTypeWords
{
    public static readonly WordArgument Words = new(
        ["stats", "statistics", "stat report", "stats report", "aggregated", "aggregate", "performance", "summary", "totals"],
        ["conversions", "conversion report", "conversion data", "conv", "convs", "all conversions", "leads", "sales", "conversiones", "conversies"],
        ["fraud", "fraud report", "fraud detection", "fraude", "betrug", "rejected", "invalid", "suspicious"],
        ["scrub", "scrub report", "scrub analysis", "scrubbed", "throttled", "throttle", "scrubbing"],
        ["variance", "variance report", "varianz", "variantie", "difference", "deviation", "change"]);

    public static ReportType Parse(string word) => word switch
    {
        "stats" => ReportType.Stats,
        "conversions" => ReportType.Conversions,
        "fraud" => ReportType.Fraud,
        "scrub" => ReportType.Scrub,
        _ => ReportType.Variance,
    };
}
