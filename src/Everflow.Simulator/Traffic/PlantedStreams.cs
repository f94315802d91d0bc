using static PromptLab.Simulator.Planted;

namespace PromptLab.Simulator.Traffic;

/// <summary>The scripted traffic of the planted situations. Ages are in days before the network's current day.</summary>
internal sealed class PlantedStreams(StreamSources sources)
{
    private const int Ever = StreamSchedule.Ever;
    private static readonly StreamSchedule NormalDay = new(new ScheduleSpan(0, Ever, 900, 27));

    /// <summary>Offers that nobody else sends traffic to, because their figures are exact or because they have none.</summary>
    public static IReadOnlySet<int> OwnOffers { get; } = new HashSet<int>
    {
        SummerPromo, HolidaySpecial, EvergreenOfferA, WinterCampaign, NewYearDeal, TieOffer, EqualOffer, TooLittleDataOffer, NoTrafficOffer,
        RecentlyPausedOffer, SteadyOffer, DefaultTrafficOffer, SecondDefaultTrafficOffer, FallbackPageOffer,
    };

    public IEnumerable<TrafficStream> All() => [.. LandingPageComparisons(), .. PartnersWhoChanged(), .. DefaultPages()];

    private IEnumerable<TrafficStream> LandingPageComparisons() =>
    [
        Stream(TieOffer, ShortNamePartner, TiePageA, "DE", Always(1000, 30)),
        Stream(TieOffer, ShortNamePartner, TiePageB, "DE", Always(1000, 31)),
        Stream(EqualOffer, ShortNameInsidePartner, EqualPageA, "GB", Always(500, 15)),
        Stream(EqualOffer, ShortNameInsidePartner, EqualPageB, "GB", Always(500, 15)),
        Stream(TooLittleDataOffer, DuplicateNamePartnerA, TooLittleDataPageA, "NL", new StreamSchedule(new ScheduleSpan(0, Ever, 20, 2, Every: 5))),
        Stream(TooLittleDataOffer, DuplicateNamePartnerA, TooLittleDataPageB, "NL", new StreamSchedule(new ScheduleSpan(0, Ever, 14, 1, Every: 5))),
    ];

    /// <summary>3 full days (ages 1 to 3) against the same weekdays a week earlier (ages 8 to 10); today goes on like the three.</summary>
    private IEnumerable<TrafficStream> PartnersWhoChanged() =>
    [
        Steady(PausedPartner, "DE", FellTo(300, 15)),
        Steady(PausedPartner, "FR", FellTo(300, 15)),
        Steady(Dropped49Partner, "NL", FellTo(1020, 51)),
        Steady(Dropped50Partner, "NL", FellTo(1000, 50)),
        Steady(Dropped51Partner, "ES", FellTo(980, 49)),
        Steady(VanishedPartner, "US", FellTo(0, 0)),
        Steady(NewPartner, "IT", new StreamSchedule(new ScheduleSpan(0, 3, 100, 3), new ScheduleSpan(4, 6, 800, 24))),
        Steady(RateCollapsedPartner, "GB", FellTo(2000, 20)),
        Steady(SmallBaselinePartner, "PL", new StreamSchedule(new ScheduleSpan(4, Ever, 80, 2))),
        Steady(ZeroBaselinePartner, "CA", new StreamSchedule(new ScheduleSpan(0, 5, 900, 27), new ScheduleSpan(20, Ever, 700, 21))),
        Stream(RecentlyPausedOffer, OfferPausedPartner, PageOf(RecentlyPausedOffer), "PL", new StreamSchedule(new ScheduleSpan(4, Ever, 1500, 45))),
    ];

    private IEnumerable<TrafficStream> DefaultPages() =>
    [
        .. OnDefaultPage(DefaultOverPartner, DefaultTrafficOffer, 73),
        .. OnDefaultPage(Default51Partner, DefaultTrafficOffer, 51),
        .. OnDefaultPage(Default50Partner, DefaultTrafficOffer, 50),
        .. OnDefaultPage(DefaultUnderPartner, DefaultTrafficOffer, 49),
        .. OnDefaultPage(TwoDefaultsPartner, DefaultTrafficOffer, 120),
        .. OnDefaultPage(TwoDefaultsPartner, SecondDefaultTrafficOffer, 80),
        Stream(FallbackPageOffer, FallbackPagePartner, FallbackPage, "IT", new StreamSchedule(new ScheduleSpan(1, 1, 64, 0), new ScheduleSpan(0, Ever, 12, 0))),
    ];

    /// <summary>An ordinary day on the right page beside the clicks that went astray yesterday.</summary>
    private IEnumerable<TrafficStream> OnDefaultPage(int partnerId, int offerId, int clicks) =>
    [
        Stream(offerId, partnerId, PageOf(offerId), "ES", NormalDay),
        Stream(offerId, partnerId, 0, "ES", new StreamSchedule(new ScheduleSpan(1, 1, clicks, clicks / 50), new ScheduleSpan(0, 0, 6, 0))),
    ];

    private TrafficStream Steady(int partnerId, string country, StreamSchedule schedule) => Stream(SteadyOffer, partnerId, SteadyPage, country, schedule);

    private TrafficStream Stream(int offerId, int partnerId, int pageId, string country, StreamSchedule schedule) => new()
    {
        Seed = sources.SeedOf(offerId, partnerId, pageId, Geography.IndexOf(country), 0),
        OfferId = offerId,
        PartnerId = partnerId,
        PageId = pageId,
        Country = Geography.IndexOf(country),
        Rhythm = 0,
        Quality = TrafficQuality.Clean,
        Clicks = 0,
        Rate = 0,
        Schedule = schedule,
    };

    private int PageOf(int offerId) => sources.ActivePages[offerId].First().Id;

    private static StreamSchedule Always(int clicks, int conversions) => new(new ScheduleSpan(0, Ever, clicks, conversions));

    /// <summary>From 2,000 clicks and 100 conversions a day.</summary>
    private static StreamSchedule FellTo(int clicks, int conversions) =>
        new(new ScheduleSpan(0, 3, clicks, conversions), new ScheduleSpan(4, Ever, 2000, 100));
}
