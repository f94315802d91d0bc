using System.Text.Json.Nodes;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Plugins.PerformanceSummary;

internal static class SummaryTable
{
    private const string Unknown = "Unknown country";

    /// <summary>For sentences: escaped.</summary>
    public static string Name(SummaryRow row) => row.Id is { } id ? $"{MarkdownText.Escape(row.Name ?? "")} ({id})" : MarkdownText.Escape(row.Name ?? Unknown);

    public static AnswerTable Of(IEnumerable<SummaryRow> rows, PerformanceSummaryRequest request, decimal revenue, string currency)
    {
        var table = new AnswerTable(Columns(request, currency));
        foreach (var row in rows)
        {
            table.Add(Cells(row, request, revenue));
        }

        return table;
    }

    private static TableColumn[] Columns(PerformanceSummaryRequest request, string currency)
    {
        TableColumn[] names = request.GroupBy == SummaryGrouping.Offer
            ? [new("offer_id", "Id", "id"), new("offer", "Offer", "text")]
            : [new("country", "Country", "text")];
        TableColumn[] figures =
        [
            new("revenue", $"Revenue ({currency})", "money"), new("share", "Share", "percent"), new("conversions", "Conversions", "count"),
            new("clicks", "Clicks", "count"), new("cvr", "CVR", "percent"),
        ];
        TableColumn[] changes = request.Compare
            ? [new("revenue_change", "Revenue ±", "percent"), new("conversions_change", "Conversions ±", "percent"), new("cvr_change", "CVR ±", "percent")]
            : [];
        return [.. names, .. figures, .. changes];
    }

    private static TableCell[] Cells(SummaryRow row, PerformanceSummaryRequest request, decimal revenue)
    {
        var metrics = row.Metrics;
        var cvr = Ratio.Of(metrics.Conversions, metrics.Clicks);
        TableCell[] names = request.GroupBy == SummaryGrouping.Offer ? [TableCell.Id(row.Id ?? 0), TableCell.Of(row.Name ?? "")] : [TableCell.Of(row.Name ?? Unknown)];
        TableCell[] figures =
        [
            TableCell.Money(metrics.Revenue), TableCell.Percent(Ratio.Of(metrics.Revenue, revenue)), TableCell.Count(metrics.Conversions),
            TableCell.Count(metrics.Clicks), TableCell.Percent(cvr),
        ];
        if (row.Previous is not { } before)
        {
            return [.. names, .. figures];
        }

        var rateBefore = Ratio.Of(before.Conversions, before.Clicks);
        return
        [
            .. names, .. figures, Change(before.Revenue, metrics.Revenue), Change(before.Conversions, metrics.Conversions),
            cvr is { } rate && rateBefore is { } earlier ? Change(earlier, rate) : new TableCell(Figures.None, null),
        ];
    }

    private static TableCell Change(decimal before, decimal now) =>
        before == 0 && now != 0 ? new TableCell("new", JsonValue.Create("new")) : TableCell.Change(Ratio.Change(before, now));
}
