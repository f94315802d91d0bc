using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Names;

/// <summary>Invented brands, none of them an ordinary word, so that no sentence names one by accident.</summary>
internal static class BrandNames
{
    private static readonly string[] Heads =
    [
        "Nord", "Kite", "Zeno", "Velo", "Luma", "Tera", "Astra", "Corvo", "Falco", "Helio", "Indra", "Jasper", "Kappa", "Lynx", "Mira", "Onyx",
        "Quanta", "Rivo", "Sola", "Tundra", "Umbra", "Vento", "Wyn", "Xeno", "Yara", "Zephyr", "Brio", "Cobalt", "Dorado", "Fjord", "Hexa", "Juno",
        "Koru", "Lario", "Mosso", "Ostra", "Pavo", "Rook", "Silva", "Ursa",
    ];

    private static readonly string[] Tails =
    [
        "forge", "haven", "crest", "wick", "mint", "vale", "loft", "dune", "grove", "ford", "bay", "nest", "quill", "tide", "stone", "leaf",
        "brook", "field", "gate", "lark", "moor", "reef", "thorn", "vine", "wharf",
    ];

    /// <summary>Another brand with each draw; 1,000 in all, in an order that the dice decide.</summary>
    public static IEnumerable<string> Shuffled(Dice dice)
    {
        var all = Heads.SelectMany(head => Tails.Select(tail => head + tail)).ToArray();
        return dice.PickMany(all, all.Length);
    }
}
