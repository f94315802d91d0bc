using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Randomness;
using static PromptLab.Simulator.Planted;

namespace PromptLab.Simulator.Traffic;

/// <summary>
/// The five offers that questions are asked about, with enough traffic in the ten busiest countries for any week, and a little
/// for each offer that stands for a situation.
/// </summary>
internal sealed class CatalogueStreams(StreamSources sources)
{
    private const int BusyCountries = 10;
    private static readonly int[] SpecialOffers =
    [
        PrivateOffer, RequireApprovalOffer, InstructionOffer, DuplicateNameOfferA, DuplicateNameOfferB, PrefixNameOffer, PrefixNameLongerOffer,
        ThrottledOffer, EventOffer, PageStatesOffer,
    ];

    private static readonly int[] MainPartners = [PremiumTrafficPartners, GlobalMediaNetwork, DigitalMarketingPro, AffiliateMasters, TrafficBoosters];

    public IEnumerable<TrafficStream> All() =>
    [
        .. OnPage(SummerPromo, SummerPageV2, clicksPerCountry: 260),
        .. OnPage(SummerPromo, SummerPageV1, clicksPerCountry: 190),
        .. OnPage(HolidaySpecial, HolidayMainPage, clicksPerCountry: 110),
        .. OnPage(EvergreenOfferA, GenericOfferPage, clicksPerCountry: 85),
        .. OnDefaultPage(SummerPromo, pull: 0.4),
        .. OnDefaultPage(WinterCampaign, pull: 1),
        .. OnDefaultPage(NewYearDeal, pull: 1),
        .. SpecialOffers.SelectMany(id => OnPage(id, sources.ActivePages[id].First().Id, clicksPerCountry: 20)),
    ];

    private IEnumerable<TrafficStream> OnPage(int offerId, int pageId, double clicksPerCountry)
    {
        var offer = sources.Offers.First(candidate => candidate.Id == offerId);
        var pull = sources.ActivePages[offerId].First(page => page.Id == pageId).Pull;
        var runners = Runners(offer);
        var dice = Dice.For(sources.Seed, "catalogue", pageId);
        foreach (var code in offer.CountryCodes)
        {
            var country = Geography.IndexOf(code);
            var clicks = country < BusyCountries ? clicksPerCountry : clicksPerCountry / 7;
            foreach (var partner in dice.PickMany(runners, 3)) yield return Stream(offer, partner.Id, pageId, country, clicks / 3, pull, dice);
        }
    }

    /// <summary>Many partners with a little each: under 50 clicks a day and partner, even on the busiest day.</summary>
    private IEnumerable<TrafficStream> OnDefaultPage(int offerId, double pull)
    {
        var offer = sources.Offers.First(candidate => candidate.Id == offerId);
        var dice = Dice.For(sources.Seed, "default page", offerId);
        foreach (var partner in Runners(offer))
            foreach (var code in dice.PickMany(offer.CountryCodes, 2))
                yield return Stream(offer, partner.Id, 0, Geography.IndexOf(code), dice.Between(7, 12), pull, dice);
    }

    /// <summary>The catalogue's partners who may run the offer, and enough others.</summary>
    private Partner[] Runners(Offer offer)
    {
        var allowed = sources.Partners.Where(partner => partner is { Status: PartnerStatus.Active, Weight: > 0 } && sources.Visibility.Allows(offer, partner)).ToArray();
        var others = allowed.Where(partner => !MainPartners.Contains(partner.Id) && partner.Id is not (FraudulentPartner or HostileSubsPartner)).ToArray();
        return [.. allowed.Where(partner => MainPartners.Contains(partner.Id)), .. Dice.For(sources.Seed, "runners", offer.Id).PickMany(others, 9)];
    }

    private TrafficStream Stream(Offer offer, int partnerId, int pageId, byte country, double clicks, double pull, Dice dice) => new()
    {
        Seed = sources.SeedOf(offer.Id, partnerId, pageId, country, 0),
        OfferId = offer.Id,
        PartnerId = partnerId,
        PageId = pageId,
        Country = country,
        Rhythm = 0,
        Quality = TrafficQuality.Ordinary,
        Clicks = (float)clicks,
        Rate = (float)(offer.ConversionRate * pull * dice.Between(0.96, 1.04)),
        DuplicateShare = 0.05f,
        InvalidShare = 0.02f,
    };
}
