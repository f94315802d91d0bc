namespace PromptLab.Everflow.Metadata;

/// <summary>Finds a zone among the network's zones, which are not all zones there are.</summary>
internal static class TimeZoneMatch
{
    private const int Days = 500;

    /// <summary>
    /// The zone of that name, or else one whose clock was the same all through the days that a report can cover
    /// (Europe/Berlin does for Europe/Amsterdam). A zone that is only nearly the same would book clicks on the wrong day.
    /// </summary>
    public static NetworkTimeZone? Find(string name, IReadOnlyList<NetworkTimeZone> zones, DateTimeOffset now) =>
        zones.FirstOrDefault(zone => zone.Name == name)
        ?? (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var wanted)
            ? zones.FirstOrDefault(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone.Name, out var other) && IsSame(wanted, other, now))
            : null);

    private static bool IsSame(TimeZoneInfo one, TimeZoneInfo other, DateTimeOffset now)
    {
        for (var hours = -24 * Days; hours <= 24 * Days; hours++)
            if (one.GetUtcOffset(now.AddHours(hours)) != other.GetUtcOffset(now.AddHours(hours)))
                return false;

        return true;
    }
}
