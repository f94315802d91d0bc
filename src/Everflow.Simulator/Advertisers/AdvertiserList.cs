using PromptLab.Simulator.Names;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Advertisers;

/// <summary>Sixty advertisers, ids 301–360, and the employees who look after them and the partners.</summary>
internal static class AdvertiserList
{
    public static IReadOnlyList<Employee> Employees { get; } =
    [
        new(11, "Anouk", "Visser"), new(12, "Bram", "Hendriks"), new(13, "Carla", "Moreno"), new(14, "Deniz", "Kaya"),
        new(15, "Eva", "Lindqvist"), new(16, "Felix", "Brandt"), new(17, "Giulia", "Conti"), new(18, "Hugo", "Lefevre"),
    ];

    private static readonly string[] Forms = ["BV", "GmbH", "Ltd", "SAS", "SL", "AB"];

    public static IReadOnlyList<Advertiser> Create(int seed)
    {
        var dice = Dice.For(seed, "advertisers");
        var brands = BrandNames.Shuffled(dice).ToArray();
        return
        [
            new Advertiser(Planted.InternalAdvertiser, "Huis & Merk BV", 11, [Planted.InternalLabel]),
            .. Enumerable.Range(1, 59).Select(index => new Advertiser(
                Planted.InternalAdvertiser + index, $"{brands[index]} {dice.Pick(Forms)}", dice.Pick(Employees).Id, dice.Chance(0.2) ? ["Key Account"] : [])),
        ];
    }
}
