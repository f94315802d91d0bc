namespace PromptLab.Everflow.Wire;

/// <summary>How wire texts and times become domain values.</summary>
internal static class WireText
{
    public static DateTimeOffset? Time(long unixSeconds) =>
        unixSeconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds) : null;

    /// <summary>Labels stand in the row or under its relationships, depending on the endpoint.</summary>
    public static IReadOnlyList<string> Labels(string?[]? own, EntriesWire? related)
    {
        var found = own is { Length: > 0 } ? own : related?.Entries;
        return found is { Length: > 0 } ? [.. found.OfType<string>()] : [];
    }

    public static int? Id(int id) => id == 0 ? null : id;
}
