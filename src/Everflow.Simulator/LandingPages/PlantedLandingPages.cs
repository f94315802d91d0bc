using static PromptLab.Simulator.Planted;

namespace PromptLab.Simulator.LandingPages;

/// <summary>The catalogue's landing pages and those that stand for a situation.</summary>
internal static class PlantedLandingPages
{
    private static readonly DateOnly Long = new(2023, 1, 16);

    /// <summary>Offers that have exactly these pages and no invented ones.</summary>
    public static IReadOnlySet<int> CompleteOffers { get; } = new HashSet<int>
    {
        SummerPromo, HolidaySpecial, EvergreenOfferA, WinterCampaign, NewYearDeal, TieOffer, EqualOffer, TooLittleDataOffer, NoTrafficOffer,
        SteadyOffer, FallbackPageOffer, PageStatesOffer,
    };

    public static IReadOnlyList<LandingPage> All { get; } =
    [
        Active(SummerPageV2, SummerPromo, "Summer LP v2", 1.4),
        Active(SummerPageV1, SummerPromo, "Summer LP v1", 0.64),
        Active(HolidayMainPage, HolidaySpecial, "Holiday Main Page", 1),
        Active(GenericOfferPage, EvergreenOfferA, "Generic Offer Page", 1),
        Active(TiePageA, TieOffer, "Kitewick Quiz A", 1),
        Active(TiePageB, TieOffer, "Kitewick Quiz B", 1),
        Active(EqualPageA, EqualOffer, "Zenovale Advertorial", 1),
        Active(EqualPageB, EqualOffer, "Zenovale Video", 1),
        Active(TooLittleDataPageA, TooLittleDataOffer, "Velohaven Longform", 1),
        Active(TooLittleDataPageB, TooLittleDataOffer, "Velohaven Shortform", 1),
        Active(NoTrafficPage, NoTrafficOffer, "Corvodune Signup", 1),
        Active(SteadyPage, SteadyOffer, "Solathorn Signup", 1),
        Active(FallbackPage, FallbackPageOffer, "Fallback Screen", 1),
        Active(PageStatesActivePage, PageStatesOffer, "Wynmoor Signup", 1),
        Active(PageStatesPausedPage, PageStatesOffer, "Wynmoor Quiz", 1) with { Status = LandingPageStatus.Paused },
        Active(PageStatesDeletedPage, PageStatesOffer, "Wynmoor Video", 1) with { Status = LandingPageStatus.Deleted },
    ];

    private static LandingPage Active(int id, int offerId, string name, double pull) => new(id, offerId, name, LandingPageStatus.Active, pull, Long);
}
