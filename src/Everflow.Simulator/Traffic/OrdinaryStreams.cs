using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Traffic;

/// <summary>The bulk of the network: partners on the offers that they may run, in the offers' countries.</summary>
internal sealed class OrdinaryStreams(StreamSources sources)
{
    private const double ClicksPerDay = 225_000;
    private const double SmallestStream = 0.25;
    /// <summary>Lighter partners run offers with many cheap conversions: with a few dear ones they would seem to pause by chance.</summary>
    private const double LightPartner = 2.2;
    private const int SteadyRevenueCents = 700;

    private const double LowestRate = 0.005;
    private const double HighestRate = 0.08;

    /// <summary>Under 50 clicks even on the busiest day, so that only planted partners are found on default pages.</summary>
    private const double LargestDefaultStream = 24;

    public IEnumerable<TrafficStream> All()
    {
        var raw = sources.Partners.Where(partner => partner is { Status: PartnerStatus.Active, Weight: > 0 }).SelectMany(OfPartner).ToArray();
        var scale = ClicksPerDay / raw.Sum(stream => stream.Clicks);
        return raw.Where(stream => stream.Clicks * scale >= SmallestStream).Select(stream => stream with
        {
            Clicks = (float)(stream.PageId == 0 ? Math.Min(stream.Clicks * scale, LargestDefaultStream) : stream.Clicks * scale),
        });
    }

    private IEnumerable<TrafficStream> OfPartner(Partner partner)
    {
        var dice = Dice.For(sources.Seed, "streams", partner.Id);
        var offers = sources.Offers
            .Where(offer => offer.Status == OfferStatus.Active && !PlantedStreams.OwnOffers.Contains(offer.Id) && sources.Visibility.Allows(offer, partner))
            .Where(offer => partner.Weight > LightPartner || IsSteady(offer))
            .ToArray();
        var skill = dice.Between(0.8, 1.25);
        var count = Math.Clamp((int)(5 + 4 * partner.Weight), 5, 36);
        return dice.PickMany(offers, count).SelectMany(offer => OfPair(partner, offer, skill, dice)).ToArray();
    }

    private IEnumerable<TrafficStream> OfPair(Partner partner, Offer offer, double skill, Dice dice)
    {
        var popularity = Math.Exp(Dice.For(sources.Seed, "popularity", offer.Id).Between(-1, 1.6));
        // Cheap conversions come from a lot of clicks.
        var size = partner.Weight * popularity * Math.Exp(dice.Between(-0.7, 0.7)) * Math.Sqrt(offer.ConversionRate);
        var countries = dice.PickMany(offer.CountryCodes, dice.Whole(1, 4)).Select(Geography.IndexOf).ToList();
        if (dice.Chance(0.06)) countries.Add(Geography.Unknown);
        var pages = dice.PickMany([.. sources.ActivePages[offer.Id]], dice.Whole(1, 3));
        foreach (var country in countries)
        {
            var weight = Math.Sqrt(Geography.Countries[country].Weight);
            foreach (var page in pages)
                for (var copy = dice.Chance(0.5) ? 2 : 1; copy > 0; copy--) yield return Stream(partner, offer, page, country, copy, size * weight * dice.Between(0.5, 1.5), skill, dice);
        }
        if (dice.Chance(0.12)) yield return Stream(partner, offer, null, countries[0], 1, size * 0.1, skill * 0.6, dice);
    }

    private static bool IsSteady(Offer offer) => !offer.Price.IsShareOfSale && offer.Price.RevenueCents <= SteadyRevenueCents;

    private TrafficStream Stream(Partner partner, Offer offer, LandingPage? page, byte country, int copy, double size, double skill, Dice dice)
    {
        var comesAndGoes = dice.Chance(0.15) && partner.Weight > LightPartner;
        var cycle = dice.Whole(40, 120);
        return new TrafficStream
        {
            Seed = sources.SeedOf(offer.Id, partner.Id, page?.Id ?? 0, country, copy),
            OfferId = offer.Id,
            PartnerId = partner.Id,
            PageId = page?.Id ?? 0,
            Country = country,
            Rhythm = (byte)(offer.Category.Id is 1 or 2 or 7 ? 1 : 0),
            Quality = partner.Id == Planted.FraudulentPartner ? TrafficQuality.Fraudulent : TrafficQuality.Ordinary,
            Clicks = (float)size,
            Rate = (float)Math.Clamp(offer.ConversionRate * skill * (page?.Pull ?? 1) * dice.Between(0.92, 1.08), LowestRate, HighestRate),
            DuplicateShare = (float)dice.Between(0.02, 0.1),
            InvalidShare = (float)dice.Between(0, 0.06),
            ImpressionsPerClick = dice.Chance(0.2) ? (float)dice.Between(15, 80) : 0,
            Cycle = comesAndGoes ? cycle : 0,
            CycleOn = cycle * 3 / 4,
        };
    }
}
