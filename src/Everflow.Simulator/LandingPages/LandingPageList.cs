using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.LandingPages;

/// <summary>2,500 landing pages: the planted ones, then one to six per offer with ids from 5201 on.</summary>
internal static class LandingPageList
{
    private const int Size = 2500;
    private const int FirstId = 5201;
    private static readonly string[] Kinds = ["Quiz", "Advertorial", "Video", "Longform", "Shortform", "Signup", "Calculator", "Story", "Listicle", "Survey"];

    public static IReadOnlyList<LandingPage> Create(int seed, IReadOnlyList<Offer> offers)
    {
        var open = offers.Where(offer => !PlantedLandingPages.CompleteOffers.Contains(offer.Id)).ToArray();
        var dice = Dice.For(seed, "landing pages");
        var counts = open.ToDictionary(offer => offer.Id, _ => 1);
        for (var left = Size - PlantedLandingPages.All.Count - open.Length; left > 0; left--) counts[dice.Pick(open).Id]++;
        var id = FirstId;
        return [.. PlantedLandingPages.All, .. open.SelectMany(offer => Invented(offer, counts[offer.Id], () => id++, Dice.For(seed, "pages of", offer.Id)))];
    }

    private static IEnumerable<LandingPage> Invented(Offer offer, int count, Func<int> nextId, Dice dice)
    {
        var brand = offer.Name.Split(' ')[0];
        for (var index = 0; index < count; index++)
        {
            var name = index < Kinds.Length ? $"{brand} {Kinds[(offer.Id + index) % Kinds.Length]}" : $"{brand} {Kinds[(offer.Id + index) % Kinds.Length]} {index}";
            var status = index > 0 && dice.Chance(0.15) ? LandingPageStatus.Paused : LandingPageStatus.Active;
            yield return new LandingPage(nextId(), offer.Id, name, status, dice.Between(0.7, 1.35), offer.Created.AddDays(7 * index));
        }
    }
}
