using PromptLab.Simulator.Countries;
using PromptLab.Simulator.Names;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Offers;

/// <summary>Nine hundred offers: the planted ones and invented ones with ids up to 1900.</summary>
internal static class OfferList
{
    private const int FirstId = 1001;
    private const int Size = 900;
    private static readonly string[] LabelChoices = ["Top Payout", "Mobile Only", "Exclusive", "Incent Allowed"];

    public static IReadOnlyList<Offer> Create(int seed)
    {
        var planted = PlantedOffers.All.ToDictionary(offer => offer.Id);
        using var brands = BrandNames.Shuffled(Dice.For(seed, "offers")).GetEnumerator();
        return
        [
            .. Enumerable.Range(FirstId, Size).Select(id => planted.TryGetValue(id, out var offer) ? offer : Invented(id, brands, Dice.For(seed, "offer", id))),
        ];
    }

    private static Offer Invented(int id, IEnumerator<string> brands, Dice dice)
    {
        var category = dice.Pick(CategoryList.All);
        var price = Price(category, dice);
        var countries = Targets(dice);
        var status = dice.Unit() switch
        {
            < 0.78 => OfferStatus.Active,
            < 0.92 => OfferStatus.Paused,
            < 0.96 => OfferStatus.Pending,
            _ => OfferStatus.Deleted,
        };
        var visibility = dice.Unit() switch
        {
            < 0.66 => OfferVisibility.Public,
            < 0.90 => OfferVisibility.RequireApproval,
            _ => OfferVisibility.Private,
        };
        var place = countries.Count == 1 ? countries[0] : countries.Count < 4 ? string.Join("/", countries) : "WW";
        var name = $"{Brand(brands)} {dice.Pick(category.Products)} – {place} – {price.PayoutType.ToUpperInvariant()}";
        var advertiser = dice.Chance(0.03) ? Planted.InternalAdvertiser : Planted.InternalAdvertiser + dice.Whole(1, 59);
        var rate = dice.Between(category.LowRate, category.HighRate);
        var created = new DateOnly(2021, 1, 1).AddDays(dice.Whole(0, 1000));
        return new Offer(id, name, status, visibility, advertiser, category, dice.PickMany(LabelChoices, dice.Whole(0, 1)), price, rate, countries, created)
        {
            ThrottlePercent = dice.Chance(0.1) ? dice.Whole(3, 12) : 0,
            EventName = dice.Chance(0.06) ? "Deposit" : null,
        };
    }

    private static string Brand(IEnumerator<string> brands)
    {
        do brands.MoveNext();
        while (CatalogueNames.Collides(brands.Current + " S") || CatalogueNames.Collides(brands.Current + " P") || CatalogueNames.Collides(brands.Current + " C"));
        return brands.Current;
    }

    private static OfferPrice Price(Category category, Dice dice)
    {
        if (category.IsShareOfSale) return new OfferPrice(0, 0, dice.Whole(35, 180) * 100, dice.Whole(5, 10), dice.Whole(11, 15));
        var payout = (int)(dice.Between(category.LowPayout, category.HighPayout) * 20) * 5;
        var revenue = (int)(payout * dice.Between(1.12, 1.5) / 5) * 5;
        return new OfferPrice(payout, Math.Max(revenue, payout + 5));
    }

    /// <summary>One to twelve countries, the busy ones more often, or all of them.</summary>
    private static List<string> Targets(Dice dice)
    {
        if (dice.Chance(0.06)) return [.. CountryList.All.Select(country => country.Code)];
        var total = CountryList.All.Sum(country => country.Weight);
        var wanted = dice.Chance(0.55) ? 1 : dice.Whole(2, 12);
        var picked = new List<string>();
        while (picked.Count < wanted)
        {
            var point = dice.Unit() * total;
            var country = CountryList.All.First(candidate => (point -= candidate.Weight) < 0 || candidate == CountryList.All[^1]);
            if (!picked.Contains(country.Code)) picked.Add(country.Code);
        }
        return picked;
    }
}
