using System.Collections.Concurrent;
using System.Collections.Frozen;
using PromptLab.Simulator.Advertisers;
using PromptLab.Simulator.Applications;
using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Visibility;

namespace PromptLab.Simulator;

/// <summary>One affiliate network: its entities, what was changed in it since it started, and its traffic.</summary>
public sealed class SimulatedNetwork
{
    /// <summary>Days with traffic, today included.</summary>
    public const int Days = 400;

    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<int, (OfferStatus Status, int LastDay)> _offerChanges = [];

    private SimulatedNetwork(int seed, TimeProvider clock, TimeZoneInfo timeZone)
    {
        Seed = seed;
        _clock = clock;
        TimeZone = timeZone;
        Advertisers = AdvertiserList.Create(seed).ToFrozenDictionary(advertiser => advertiser.Id);
        Employees = AdvertiserList.Employees.ToFrozenDictionary(employee => employee.Id);
        PartnerList = Simulator.Partners.PartnerList.Create(seed, Today);
        OfferList = Simulator.Offers.OfferList.Create(seed);
        LandingPageList = Simulator.LandingPages.LandingPageList.Create(seed, OfferList);
        Partners = PartnerList.ToFrozenDictionary(partner => partner.Id);
        Offers = OfferList.ToFrozenDictionary(offer => offer.Id);
        LandingPages = LandingPageList.ToFrozenDictionary(page => page.Id);
        Visibility = new VisibilityBook(VisibilityList.Create(seed, OfferList, PartnerList));
        Traffic = CreateTraffic();
        Applications = ApplicationBook.Create(seed, Visibility, OfferList, PartnerList, Today);
    }

    public int Seed { get; }
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The current day in the network's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), TimeZone).DateTime);

    internal TimeProvider Clock => _clock;
    internal IReadOnlyList<Partner> PartnerList { get; }
    internal IReadOnlyList<Offer> OfferList { get; }
    internal IReadOnlyList<LandingPage> LandingPageList { get; }
    internal FrozenDictionary<int, Advertiser> Advertisers { get; }
    internal FrozenDictionary<int, Employee> Employees { get; }
    internal FrozenDictionary<int, Partner> Partners { get; }
    internal FrozenDictionary<int, Offer> Offers { get; }
    internal FrozenDictionary<int, LandingPage> LandingPages { get; }
    internal VisibilityBook Visibility { get; private set; }
    internal ApplicationBook Applications { get; private set; }
    internal TrafficModel Traffic { get; }

    /// <param name="seed">Two networks of one seed and clock are equal in every name and figure.</param>
    /// <param name="clock">Ends the traffic: nothing happens after its last full hour.</param>
    /// <param name="timeZone">Whose midnights bound the days.</param>
    public static SimulatedNetwork Create(int seed, TimeProvider clock, TimeZoneInfo timeZone) => new(seed, clock, timeZone);

    /// <summary>Takes every change of settings, applications and offers back.</summary>
    internal void Reset()
    {
        _offerChanges.Clear();
        Visibility = new VisibilityBook(VisibilityList.Create(Seed, OfferList, PartnerList));
        Applications = ApplicationBook.Create(Seed, Visibility, OfferList, PartnerList, Today);
    }

    internal IEnumerable<LandingPage> LandingPagesOf(int offerId) => LandingPageList.Where(page => page.OfferId == offerId);

    internal OfferStatus StatusOf(Offer offer) => _offerChanges.TryGetValue(offer.Id, out var change) ? change.Status : offer.Status;

    /// <summary>Stops or starts an offer; one that stops keeps its history and gets no traffic after the current day.</summary>
    internal void SetStatus(Offer offer, OfferStatus status)
    {
        if (status == offer.Status) _offerChanges.TryRemove(offer.Id, out _);
        else _offerChanges[offer.Id] = (status, status == OfferStatus.Active ? int.MaxValue : Today.DayNumber);
    }

    /// <summary><see cref="DateOnly.DayNumber"/> of the last day on which the offer can have traffic.</summary>
    internal int LastDayOf(Offer offer) => _offerChanges.TryGetValue(offer.Id, out var change) ? change.LastDay : int.MaxValue;

    /// <summary>Whether a link may be created: the offer runs, the partner is active and sees the offer.</summary>
    internal bool CanRun(Offer offer, Partner partner) =>
        StatusOf(offer) == OfferStatus.Active && partner.Status == PartnerStatus.Active && Visibility.Allows(offer, partner);

    private TrafficModel CreateTraffic()
    {
        var sources = new StreamSources(Seed, PartnerList, OfferList, LandingPageList, Visibility);
        return new TrafficModel([.. new OrdinaryStreams(sources).All(), .. new CatalogueStreams(sources).All(), .. new PlantedStreams(sources).All()]);
    }
}
