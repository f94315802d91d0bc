namespace PromptLab.Workflows.TopOffers;

public enum OfferSortKey
{
    Conversions,
    Revenue,
    Payout,
    Profit,

    /// <summary>Conversions per click.</summary>
    Cvr,

    /// <summary>Payout per click.</summary>
    Epc,
    Clicks,
}
