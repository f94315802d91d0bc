using PromptLab.Simulator.Conversions;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Applications;

/// <summary>An application with the names of those concerned.</summary>
internal sealed record ApplicationPayload(
    int NetworkApplicationId, int NetworkAffiliateId, int NetworkOfferId, ApplicationStatus ApplicationStatus, long TimeCreated, ApplicationRelationship Relationship)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public int NetworkAffiliateUserId => NetworkAffiliateId * 10 + 1;

    public static ApplicationPayload Of(SimulatedNetwork network, Application application)
    {
        var offer = network.Offers[application.OfferId];
        var partner = network.Partners[application.PartnerId];
        var advertiser = network.Advertisers[offer.AdvertiserId];
        return new ApplicationPayload(
            application.Id, partner.Id, offer.Id, application.Status, UnixTime.Of(application.Created),
            new ApplicationRelationship(
                new AdvertiserSummary(advertiser.Id, advertiser.Name),
                new ConversionPartner(partner.Id, partner.Name, partner.Status),
                new ConversionOffer(offer.Id, offer.Name, network.StatusOf(offer))));
    }
}

internal sealed record ApplicationRelationship(AdvertiserSummary Advertiser, ConversionPartner Affiliate, ConversionOffer Offer);
