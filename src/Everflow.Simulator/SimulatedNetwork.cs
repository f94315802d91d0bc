using System.Collections.Concurrent;
using System.Collections.Frozen;
using PromptLab.Simulator.Advertisers;
using PromptLab.Simulator.Applications;
using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Visibility;

namespace PromptLab.Simulator;

/// <summary>One affiliate network: its entities, what was changed in it since it started, and its traffic.</summary>
public sealed class SimulatedNetwork
{
    /// <summary>Days with traffic, today included.</summary>
    public const int Days = 400;

    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<int, OfferStatus> _offerStatuses = [];

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
    internal VisibilityBook Visibility { get; }
    internal ApplicationBook Applications { get; }

    /// <param name="seed">Two networks of one seed and clock are equal in every name and figure.</param>
    /// <param name="clock">Ends the traffic: nothing happens after its last full hour.</param>
    /// <param name="timeZone">Whose midnights bound the days.</param>
    public static SimulatedNetwork Create(int seed, TimeProvider clock, TimeZoneInfo timeZone) => new(seed, clock, timeZone);

    internal IEnumerable<LandingPage> LandingPagesOf(int offerId) => LandingPageList.Where(page => page.OfferId == offerId);

    internal OfferStatus StatusOf(Offer offer) => _offerStatuses.GetValueOrDefault(offer.Id, offer.Status);

    internal void SetStatus(int offerId, OfferStatus status) => _offerStatuses[offerId] = status;

    /// <summary>Whether a link may be created: the offer runs, the partner is active and sees the offer.</summary>
    internal bool CanRun(Offer offer, Partner partner) =>
        StatusOf(offer) == OfferStatus.Active && partner.Status == PartnerStatus.Active && Visibility.Allows(offer, partner);
}
