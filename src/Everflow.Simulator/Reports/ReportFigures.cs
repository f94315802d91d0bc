namespace PromptLab.Simulator.Reports;

/// <summary>Metrics with money in whole units of the asked currency and the ratios between them; a ratio over nothing is 0.</summary>
internal readonly struct ReportFigures(ReportMetrics metrics, decimal perEuro)
{
    public decimal Payout => metrics.PayoutCents * perEuro / 100;
    public decimal Revenue => metrics.RevenueCents * perEuro / 100;
    public decimal EventRevenue => metrics.EventRevenueCents * perEuro / 100;
    public decimal GrossSales => metrics.SalesCents * perEuro / 100;
    public decimal Profit => Revenue - Payout;
    public decimal ClickRate => Ratio(100 * metrics.TotalClicks, metrics.Impressions);
    public decimal ConversionRate => Ratio(100 * metrics.Conversions, metrics.TotalClicks);
    public decimal EventRate => Ratio(100 * metrics.Events, metrics.Conversions);
    public decimal PayoutPerClick => Ratio(Payout, metrics.TotalClicks);
    public decimal RevenuePerClick => Ratio(Revenue, metrics.TotalClicks);
    public decimal PayoutPerConversion => Ratio(Payout, metrics.Conversions);
    public decimal RevenuePerConversion => Ratio(Revenue, metrics.Conversions);
    public decimal PayoutPerThousandImpressions => Ratio(1000 * Payout, metrics.Impressions);
    public decimal RevenuePerThousandImpressions => Ratio(1000 * Revenue, metrics.Impressions);
    public decimal Margin => Ratio(100 * Profit, Revenue);
    public decimal ReturnOnSpend => Ratio(100 * Revenue, Payout);
    public decimal AverageSale => Ratio(GrossSales, metrics.Conversions);

    private static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(part / whole, 4);
}
