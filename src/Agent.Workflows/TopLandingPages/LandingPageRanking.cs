using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>Ranks landing pages honestly. Pure.</summary>
internal static class LandingPageRanking
{
    private const string DefaultPageName = "Default landing page";

    /// <summary>One entry per page that had traffic.</summary>
    public static IReadOnlyList<LandingPageFigures> Read(ReportTable table)
    {
        var pages = new Dictionary<int, LandingPageFigures>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (row.Metrics is { Clicks: 0, Conversions: 0 })
            {
                continue;
            }

            var cell = row.Cell(ReportColumn.LandingPage);
            var id = int.TryParse(cell?.Id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
            var metrics = pages.TryGetValue(id, out var same) ? same.Metrics + row.Metrics : row.Metrics;
            pages[id] = new LandingPageFigures(id, string.IsNullOrWhiteSpace(cell?.Label) ? Unnamed(id) : cell.Label, metrics);
        }

        return [.. pages.Values];
    }

    public static TopLandingPagesResult Rank(IReadOnlyList<LandingPageFigures> pages, int minConversions, bool isComplete, bool isAllCountries)
    {
        LandingPageFigures[] ranked = [.. pages.Where(page => page.Metrics.Conversions >= minConversions && page.Cvr is not null)
            .OrderByDescending(page => page.Cvr).ThenByDescending(page => page.Metrics.Clicks).ThenBy(page => page.Id)];
        LandingPageFigures[] leftOut = [.. pages.Except(ranked)
            .OrderByDescending(page => page.Metrics.Conversions).ThenByDescending(page => page.Metrics.Clicks).ThenBy(page => page.Id)];
        var average = Ratio.Of(pages.Sum(page => page.Metrics.Conversions), pages.Sum(page => page.Metrics.Clicks));
        return new TopLandingPagesResult(ranked, leftOut, average, Judge(pages, ranked, average), isComplete, isAllCountries);
    }

    private static LandingPageVerdict Judge(IReadOnlyList<LandingPageFigures> pages, LandingPageFigures[] ranked, decimal? average) => ranked switch
    {
        _ when pages.Count == 1 => new LandingPageVerdict.SinglePage(),
        [] => new LandingPageVerdict.TooLittleData(),
        [_] => new LandingPageVerdict.OnlyOneQualifies(),
        [var first, var second, ..] when first.Ties(second) => new LandingPageVerdict.Tie(),
        [var first, var second, ..] when first.Interval.Overlaps(second.Interval) => new LandingPageVerdict.Level(MoreClicks(first.Metrics, second.Metrics)),
        [var first, ..] => new LandingPageVerdict.Winner(average is > 0 ? first.Cvr!.Value / average.Value : 1),
    };

    private static long? MoreClicks(ReportMetrics first, ReportMetrics second) =>
        WilsonInterval.GrowthToSeparate(first.Conversions, first.Clicks, second.Conversions, second.Clicks) is { } growth
            ? (long)Math.Ceiling((growth - 1) * (first.Clicks + second.Clicks))
            : null;

    private static string Unnamed(int id) => id == 0 ? DefaultPageName : "Landing page " + id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
