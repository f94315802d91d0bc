using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.TopOffers;

/// <summary>An offer with its figures of the period.</summary>
public sealed record OfferFigures(int Id, string Name, ReportMetrics Metrics)
{
    /// <summary>Conversions per click as a ratio; null without clicks.</summary>
    public decimal? Cvr => Ratio.Of(Metrics.Conversions, Metrics.Clicks);

    /// <summary>Payout per click; computed here because the API's own <c>epc</c> is not defined. Null without clicks.</summary>
    public decimal? Epc => Ratio.Of(Metrics.Payout, Metrics.Clicks);

    /// <summary>What the offer is ranked by; null when it has no such figure.</summary>
    public decimal? Value(OfferSortKey key) => key switch
    {
        OfferSortKey.Conversions => Metrics.Conversions,
        OfferSortKey.Revenue => Metrics.Revenue,
        OfferSortKey.Payout => Metrics.Payout,
        OfferSortKey.Profit => Metrics.Profit,
        OfferSortKey.Cvr => Cvr,
        OfferSortKey.Epc => Epc,
        _ => Metrics.Clicks,
    };
}
