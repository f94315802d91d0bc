using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Visibility;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Offers;

/// <summary>Renders offers with the relationships that a request asks for; labels, category and prices always come along.</summary>
internal sealed class OfferPayloads(SimulatedNetwork network)
{
    public OfferPayload Of(Offer offer, Relationships asked) => new(
        offer.Id,
        offer.AdvertiserId,
        offer.Name,
        offer.Category.Id,
        offer.DestinationUrl,
        network.StatusOf(offer),
        offer.CurrencyId,
        offer.Visibility,
        offer.ThrottlePercent > 0,
        offer.ThrottlePercent,
        UnixTime.Of(offer.Created),
        UnixTime.Of(offer.Id == Planted.RecentlyPausedOffer ? network.Today.AddDays(-4) : offer.Created),
        new OfferRelationship(
            EntryList<string>.Of(offer.Labels),
            new CategoryPayload(offer.Category.Id, offer.Category.Name),
            EntryList<PayoutRevenuePayload>.Of([Price(offer)]),
            asked.Asks("advertiser") ? new AdvertiserSummary(offer.AdvertiserId, network.Advertisers[offer.AdvertiserId].Name) : null,
            asked.Asks("visibility") ? VisibilityPayload.Of(offer.Id, network.Visibility) : null,
            asked.Asks("urls") ? EntryList<LandingPagePayload>.Of([.. network.LandingPagesOf(offer.Id).Select(LandingPagePayload.Of)]) : null));

    private static PayoutRevenuePayload Price(Offer offer) => new(
        offer.Id * 10,
        "Base",
        offer.Price.PayoutType,
        offer.Price.PayoutCents / 100m,
        offer.Price.PayoutPercent,
        offer.Price.RevenueType,
        offer.Price.RevenueCents / 100m,
        offer.Price.RevenuePercent,
        IsDefault: true);
}
