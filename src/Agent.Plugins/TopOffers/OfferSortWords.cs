using PromptLab.Plugins.Arguments;
using PromptLab.Workflows.TopOffers;

namespace PromptLab.Plugins.TopOffers;

internal static class OfferSortWords
{
    public static readonly WordArgument Words = new(
        ["conversions", "convs", "cv", "leads", "sales", "signups", "conversion count"],
        ["revenue", "rev", "income", "turnover", "sales volume"],
        ["payout", "commission", "cost", "spend"],
        ["profit", "margin", "earnings", "net", "gain"],
        ["cvr", "cr", "conversion rate", "conv rate", "converting"],
        ["epc", "earnings per click", "average epc", "avg epc"],
        ["clicks", "traffic", "volume", "total clicks"]);

    public static OfferSortKey Parse(string? word) => word switch
    {
        "revenue" => OfferSortKey.Revenue,
        "payout" => OfferSortKey.Payout,
        "profit" => OfferSortKey.Profit,
        "cvr" => OfferSortKey.Cvr,
        "epc" => OfferSortKey.Epc,
        "clicks" => OfferSortKey.Clicks,
        _ => OfferSortKey.Conversions,
    };
}
