namespace PromptLab.Simulator.Names;

/// <summary>Keeps every other name clear of the catalogue: none of its words, none of its initials.</summary>
internal static class CatalogueNames
{
    private static readonly HashSet<string> Initials = new(StringComparer.OrdinalIgnoreCase)
    {
        "GMN", "DMP", "AM", "TB", "TBI", "PTP", "SP", "SP2", "HS", "EO", "EOA", "WC", "NYD",
    };

    public static bool Collides(string name)
    {
        var words = name.Split([' ', '–', '-'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(2, 2).Any(count => words.Length >= count && Initials.Contains(string.Concat(words.Take(count).Select(word => word[0]))));
    }
}
