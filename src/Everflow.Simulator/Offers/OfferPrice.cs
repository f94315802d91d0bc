namespace PromptLab.Simulator.Offers;

/// <summary>What a conversion is worth, in cents of the offer's currency. A sale offer pays shares of the order instead.</summary>
/// <param name="PayoutCents">To the partner per conversion, or per event for the event's price.</param>
/// <param name="AverageSaleCents">0: a fixed price per conversion.</param>
internal sealed record OfferPrice(int PayoutCents, int RevenueCents, int AverageSaleCents = 0, int PayoutPercent = 0, int RevenuePercent = 0)
{
    public bool IsShareOfSale => AverageSaleCents > 0;
    public string PayoutType => IsShareOfSale ? "cps" : "cpa";
    public string RevenueType => IsShareOfSale ? "rps" : "rpa";
}
