using PromptLab.Simulator.Advertisers;
using PromptLab.Simulator.Names;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Partners;

/// <summary>Two hundred partners: the planted ones and invented ones with ids from 100 on, a few big and many small.</summary>
internal static class PartnerList
{
    private const int Size = 200;
    private const int FirstId = 100;
    private static readonly string[] Kinds = ["Ads", "Leads", "Performance", "Publishing", "Interactive", "Commerce", "Audience", "Studio", "Push", "Reach"];
    private static readonly string[] LabelChoices = ["Email", "Search", "Social", "Display", "Content", "Influencer"];

    public static IReadOnlyList<Partner> Create(int seed, DateOnly today)
    {
        var partners = PlantedPartners.All(today).ToDictionary(partner => partner.Id);
        var dice = Dice.For(seed, "partners");
        using var names = Names(dice).GetEnumerator();
        for (var id = FirstId; partners.Count < Size; id++)
        {
            if (partners.ContainsKey(id)) continue;
            names.MoveNext();
            partners[id] = Invented(id, names.Current, Dice.For(seed, "partner", id));
        }
        return [.. partners.Values.OrderBy(partner => partner.Id)];
    }

    private static IEnumerable<string> Names(Dice dice) =>
        BrandNames.Shuffled(dice).Select(brand => $"{brand} {dice.Pick(Kinds)}").Where(name => !CatalogueNames.Collides(name));

    private static Partner Invented(int id, string name, Dice dice)
    {
        var status = dice.Unit() switch
        {
            < 0.90 => PartnerStatus.Active,
            < 0.95 => PartnerStatus.Inactive,
            < 0.98 => PartnerStatus.Pending,
            _ => PartnerStatus.Suspended,
        };
        var weight = Math.Exp(dice.Between(-0.6, 1.8));
        var created = new DateOnly(2020, 1, 1).AddDays(dice.Whole(0, 1300));
        return new Partner(id, name, status, dice.Pick(AdvertiserList.Employees).Id, dice.PickMany(LabelChoices, dice.Whole(0, 2)), weight, created);
    }
}
