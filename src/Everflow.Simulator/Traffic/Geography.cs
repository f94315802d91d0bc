using PromptLab.Simulator.Countries;

namespace PromptLab.Simulator.Traffic;

/// <summary>The countries that streams point at: the sixty, and one for clicks whose country nobody knows.</summary>
internal static class Geography
{
    public static IReadOnlyList<Country> Countries { get; } = [.. CountryList.All, Country.Unknown];

    public static byte Unknown { get; } = (byte)CountryList.All.Count;

    private static readonly Dictionary<string, byte> Indexes =
        Countries.Select((country, index) => (country.Code, index)).ToDictionary(entry => entry.Code, entry => (byte)entry.index);

    public static byte IndexOf(string code) => Indexes[code];
}
