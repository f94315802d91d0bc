namespace PromptLab.Workflows.Exports;

/// <summary>What report types are called in data, and by people.</summary>
internal static class ReportTypeName
{
    public static string Of(ReportType type) => type switch
    {
        ReportType.Stats => "stats",
        ReportType.Conversions => "conversions",
        ReportType.Fraud => "fraud",
        ReportType.Scrub => "scrub",
        _ => "variance",
    };

    public static string Title(ReportType type) => type switch
    {
        ReportType.Stats => "Stats report",
        ReportType.Conversions => "Conversions report",
        ReportType.Fraud => "Fraud report",
        ReportType.Scrub => "Scrub report",
        _ => "Variance report",
    };
}
