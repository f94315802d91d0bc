namespace PromptLab.Host.Dashboard;

/// <summary>A time during which clocks of a time zone are not put forward or back.</summary>
internal sealed record OffsetSpan(DateTimeOffset From, DateTimeOffset To, TimeSpan Offset)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Step = TimeSpan.FromHours(6);

    /// <summary>The spans that lie between two instants, in order; clocks change on a quarter of an hour.</summary>
    public static IReadOnlyList<OffsetSpan> Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var spans = new List<OffsetSpan>();
        while (from < to)
        {
            var offset = zone.GetUtcOffset(from);
            var end = from;
            while (end < to && zone.GetUtcOffset(end + Step) == offset)
            {
                end += Step;
            }

            while (end < to && zone.GetUtcOffset(end) == offset)
            {
                end += Quarter;
            }

            spans.Add(new(from, end, offset));
            from = end;
        }

        return spans;
    }
}
