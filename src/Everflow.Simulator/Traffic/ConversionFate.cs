using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Traffic;

/// <summary>Decides from a conversion's hash what became of it and what it is worth.</summary>
internal static class ConversionFate
{
    private const float EventShare = 0.35f;

    public static ConversionOutcome Of(Offer offer, TrafficQuality quality, ulong hash)
    {
        var (status, error) = quality == TrafficQuality.Clean ? (ConversionStatus.Approved, 0) : Fate(offer, quality, SeededHash.Unit16(hash, 0), hash);
        var isScrub = error == ConversionError.Throttled;
        var hasEvent = status == ConversionStatus.Approved && offer.EventName is not null && SeededHash.Unit16(hash, 16) < EventShare;
        var sale = SaleOf(offer.Price, hash);
        var (payout, revenue) = status == ConversionStatus.Approved ? WorthOf(offer.Price, sale) : (0, 0);
        return new ConversionOutcome(status, error, isScrub, payout, revenue, sale, hasEvent);
    }

    /// <summary>The same conversion after somebody decided on it by hand.</summary>
    public static ConversionOutcome Decided(Offer offer, ConversionOutcome outcome, ConversionStatus status)
    {
        var (payout, revenue) = status == ConversionStatus.Approved ? WorthOf(offer.Price, outcome.SaleCents) : (0, 0);
        return outcome with
        {
            Status = status,
            ErrorCode = status == ConversionStatus.Rejected ? ConversionError.ManuallyRejected : 0,
            IsScrub = false,
            PayoutCents = payout,
            RevenueCents = revenue,
        };
    }

    /// <summary>Payout and revenue of an offer's event: half of the conversion's.</summary>
    public static (int PayoutCents, int RevenueCents) EventWorth(Offer offer) => (offer.Price.PayoutCents / 2, offer.Price.RevenueCents / 2);

    private static (ConversionStatus Status, int Error) Fate(Offer offer, TrafficQuality quality, float draw, ulong hash)
    {
        if (draw < offer.ThrottlePercent / 100f) return (ConversionStatus.Rejected, ConversionError.Throttled);
        var odds = SeededHash.Unit16(hash, 48);
        var (pending, manual, fraudulent, invalid) = quality == TrafficQuality.Fraudulent ? (0.03f, 0.07f, 0.19f, 0.34f) : (0.015f, 0.033f, 0.037f, 0.05f);
        return odds switch
        {
            _ when odds < pending => (ConversionStatus.Pending, 0),
            _ when odds < manual => (ConversionStatus.Rejected, ConversionError.ManuallyRejected),
            _ when odds < fraudulent => (ConversionStatus.Rejected, ConversionError.Fraudulent),
            _ when odds < invalid => (ConversionStatus.Invalid, ConversionError.OfInvalid(hash)),
            _ => (ConversionStatus.Approved, 0),
        };
    }

    private static int SaleOf(OfferPrice price, ulong hash)
    {
        var draw = SeededHash.Unit16(hash, 32);
        return price.IsShareOfSale ? (int)(price.AverageSaleCents * (0.4f + 1.8f * draw * draw)) : 0;
    }

    private static (int PayoutCents, int RevenueCents) WorthOf(OfferPrice price, int saleCents) => price.IsShareOfSale
        ? (saleCents * price.PayoutPercent / 100, saleCents * price.RevenuePercent / 100)
        : (price.PayoutCents, price.RevenueCents);
}
