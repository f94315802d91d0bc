using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>An aggregated report as a file. Its field names differ from the table's, as they do on the real network.</summary>
internal sealed class ReportExport(SimulatedNetwork network, Report report)
{
    private static readonly string[] MetricFields =
    [
        "impressions", "gross_clicks", "total_clicks", "unique_clicks", "duplicate_clicks", "invalid_clicks", "total_conversions", "CV",
        "invalid_conversions_scrub", "view_through_conversions", "events", "view_through_events", "CVR", "EVR", "CTR", "CPC", "CPA", "EPC", "RPC", "RPA",
        "payout", "revenue", "margin", "profit", "gross_sales", "ROAS", "gross_sales_vt", "RPM", "CPM", "avg_sale_value",
    ];

    public async Task WriteAsync(HttpResponse response, FileFormat format, CancellationToken cancellationToken)
    {
        if (report.Rows.Count == 0)
        {
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = "attachment; filename=\"report.csv\"";
            return;
        }
        var fields = report.Request.Columns.SelectMany(column => column?.ExportFields ?? [WireJson.Word(report.Request.TimeColumn)]);
        var file = new ExportFile(response, format, [.. fields, .. MetricFields]);
        file.Begin($"report_{report.Request.Period.From:yyyyMMdd}_{report.Request.Period.To:yyyyMMdd}");
        foreach (var row in report.Rows) await file.AddAsync([.. report.Request.Columns.SelectMany(column => Cells(row, column)), .. Metrics(row.Metrics)], cancellationToken);
    }

    private IEnumerable<object> Cells(ReportRow row, Dimension? column)
    {
        if (column is null) return [report.TimeOf(row).Label];
        var value = column.Value(column.Code(network.Traffic.Streams[row.Stream]));
        return column.ExportFields.Length == 2 ? [value.Id, value.Label] : [value.Id];
    }

    private IEnumerable<object> Metrics(in ReportMetrics metrics)
    {
        var figures = new ReportFigures(metrics, report.Request.Period.PerEuro);
        return
        [
            metrics.Impressions, metrics.GrossClicks, metrics.TotalClicks, metrics.Unique, metrics.Duplicate, metrics.Invalid, metrics.Conversions, metrics.Conversions,
            metrics.Scrubbed, 0, metrics.Events, 0, figures.ConversionRate, figures.EventRate, figures.ClickRate, figures.PayoutPerClick, figures.PayoutPerConversion,
            figures.PayoutPerClick, figures.RevenuePerClick, figures.RevenuePerConversion, figures.Payout, figures.Revenue, figures.Margin, figures.Profit,
            figures.GrossSales, figures.ReturnOnSpend, 0m, figures.RevenuePerThousandImpressions, figures.PayoutPerThousandImpressions, figures.AverageSale,
        ];
    }
}
