using System.Text.Json;

namespace PromptLab.Simulator.Reports;

/// <summary>Writes metrics as the members of a <c>reporting</c> object. Ratios are percentages already: 1.5 means 1.5 %.</summary>
internal static class MetricsWriter
{
    public static void WriteMembers(Utf8JsonWriter json, in ReportMetrics metrics, decimal perEuro)
    {
        var figures = new ReportFigures(metrics, perEuro);
        json.WriteNumber("imp"u8, metrics.Impressions);
        json.WriteNumber("total_click"u8, metrics.TotalClicks);
        json.WriteNumber("unique_click"u8, metrics.Unique);
        json.WriteNumber("invalid_click"u8, metrics.Invalid);
        json.WriteNumber("duplicate_click"u8, metrics.Duplicate);
        json.WriteNumber("gross_click"u8, metrics.GrossClicks);
        json.WriteNumber("ctr"u8, figures.ClickRate);
        json.WriteNumber("cv"u8, metrics.Conversions);
        json.WriteNumber("invalid_cv_scrub"u8, metrics.Scrubbed);
        json.WriteNumber("view_through_cv"u8, 0);
        json.WriteNumber("total_cv"u8, metrics.Conversions);
        json.WriteNumber("event"u8, metrics.Events);
        json.WriteNumber("cvr"u8, figures.ConversionRate);
        json.WriteNumber("evr"u8, figures.EventRate);
        json.WriteNumber("cpc"u8, figures.PayoutPerClick);
        json.WriteNumber("cpm"u8, figures.PayoutPerThousandImpressions);
        json.WriteNumber("cpa"u8, figures.PayoutPerConversion);
        json.WriteNumber("epc"u8, figures.PayoutPerClick);
        json.WriteNumber("rpc"u8, figures.RevenuePerClick);
        json.WriteNumber("rpa"u8, figures.RevenuePerConversion);
        json.WriteNumber("rpm"u8, figures.RevenuePerThousandImpressions);
        json.WriteNumber("payout"u8, figures.Payout);
        json.WriteNumber("revenue"u8, figures.Revenue);
        json.WriteNumber("event_revenue"u8, figures.EventRevenue);
        json.WriteNumber("gross_sales"u8, figures.GrossSales);
        json.WriteNumber("profit"u8, figures.Profit);
        json.WriteNumber("margin"u8, figures.Margin);
        json.WriteNumber("roas"u8, figures.ReturnOnSpend);
        json.WriteNumber("avg_sale_value"u8, figures.AverageSale);
        json.WriteNumber("media_buying_cost"u8, 0);
        json.WriteNumber("on_hold_potential_revenue"u8, 0);
        json.WriteNumber("on_hold_potential_payout"u8, 0);
        json.WriteNumber("on_hold_conversion_count"u8, 0);
        json.WriteStartArray("public_events"u8);
        json.WriteEndArray();
    }
}
