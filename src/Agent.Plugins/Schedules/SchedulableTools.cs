using PromptLab.Plugins.Arguments;

namespace PromptLab.Plugins.Schedules;

/// <summary>The tools that a person may have run on a schedule: they only read.</summary>
public static class SchedulableTools
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["performance_summary"] = "Performance summary",
        ["top_offers"] = "Top offers",
        ["top_landing_pages"] = "Top landing pages",
        ["default_lp_check"] = "Check of default landing pages",
        ["paused_partner_check"] = "Check of paused partners",
        ["export_report"] = "Report",
    };

    private static readonly WordArgument Words = new(
        ["performance_summary", "summary", "weekly summary", "performance", "weekly report", "zusammenfassung", "samenvatting", "resumen", "resume"],
        ["top_offers", "offers", "best offers"],
        ["top_landing_pages", "landing pages", "best landing pages"],
        ["default_lp_check", "default landing pages", "default pages", "default page check"],
        ["paused_partner_check", "paused partners", "partner check"],
        ["export_report", "report", "export", "fraud report"]);

    public static IReadOnlyCollection<string> Names => Titles.Keys;

    public static bool Contains(string tool) => Titles.ContainsKey(tool);

    /// <summary>The tool that a name or a common word for it means; null when there is none.</summary>
    public static string? Find(string text) => Words.Find(text);

    public static string TitleOf(string tool) => Titles[tool];
}
