using System.Globalization;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Statistics;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

internal static class LandingPageTable
{
    private static readonly TableColumn[] Usual =
    [
        new("rank", "#", "count"), new("landing_page_id", "Id", "id"), new("landing_page", "Landing page", "text"), new("cvr", "CVR", "percent"),
        new("cvr_interval", "95 % interval", "interval"), new("clicks", "Clicks", "count"), new("conversions", "Conversions", "count"),
    ];

    public static AnswerTable Of(IReadOnlyList<LandingPageFigures> pages, IReadOnlyList<LandingPageMetric> metrics, string currency)
    {
        var table = new AnswerTable(metrics.Count == 0 ? Usual : [.. Usual, .. metrics.Select(metric => Column(metric, currency))]);
        for (var at = 0; at < pages.Count; at++)
        {
            var page = pages[at];
            table.Add(
            [
                TableCell.Count(at + 1), TableCell.Id(page.Id), TableCell.Of(page.Name), TableCell.Percent(page.Cvr), Interval(page.Interval),
                TableCell.Count(page.Metrics.Clicks), TableCell.Count(page.Metrics.Conversions), .. metrics.Select(metric => Cell(page, metric)),
            ]);
        }

        return table;
    }

    private static TableColumn Column(LandingPageMetric metric, string currency) => metric switch
    {
        LandingPageMetric.Epc => new("epc", $"EPC ({currency})", "money"),
        LandingPageMetric.Rpc => new("rpc", $"RPC ({currency})", "money"),
        LandingPageMetric.Payout => new("payout", $"Payout ({currency})", "money"),
        LandingPageMetric.Revenue => new("revenue", $"Revenue ({currency})", "money"),
        _ => new("profit", $"Profit ({currency})", "money"),
    };

    private static TableCell Cell(LandingPageFigures page, LandingPageMetric metric) => TableCell.Amount(metric switch
    {
        LandingPageMetric.Epc => Ratio.Of(page.Metrics.Payout, page.Metrics.Clicks),
        LandingPageMetric.Rpc => Ratio.Of(page.Metrics.Revenue, page.Metrics.Clicks),
        LandingPageMetric.Payout => page.Metrics.Payout,
        LandingPageMetric.Revenue => page.Metrics.Revenue,
        _ => page.Metrics.Profit,
    });

    private static TableCell Interval(WilsonInterval interval)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{interval.Low * 100:N2} – {interval.High * 100:N2} %");
        return new TableCell(text, new System.Text.Json.Nodes.JsonArray(Math.Round(interval.Low * 100, 4), Math.Round(interval.High * 100, 4)));
    }
}
