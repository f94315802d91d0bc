using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Reports;

/// <summary>
/// The network's days that a range in some time zone touches, cut at the borders of the range, of the buckets of its time column
/// and at the clock's last full hour.
/// </summary>
/// <param name="Buckets">Beginnings of the buckets; one for the whole range when there is no time column.</param>
internal sealed record TrafficWindow(IReadOnlyList<TrafficDay> Days, IReadOnlyList<DateTimeOffset> Buckets)
{
    public static TrafficWindow Create(SimulatedNetwork network, DateOnly from, DateOnly to, TimeZoneInfo zone, TimeColumn column)
    {
        var now = network.Clock.GetUtcNow();
        var lastFullHour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        var start = Midnight(from, zone);
        var end = Midnight(to.AddDays(1), zone);
        var buckets = BucketStarts(from, to, zone, column).ToArray();
        end = end < lastFullHour ? end : lastFullHour;
        var today = network.Today;
        var first = Max(Local(start, network.TimeZone), today.AddDays(1 - SimulatedNetwork.Days));
        var days = new List<TrafficDay>();
        for (var day = first; day <= today && Midnight(day, network.TimeZone) < end; day = day.AddDays(1))
            days.Add(Cut(network, day, today, start, end, buckets));
        return new TrafficWindow(days, buckets);
    }

    /// <summary>The moment at which a day begins somewhere; an hour later where the clock skips midnight.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static TrafficDay Cut(SimulatedNetwork network, DateOnly day, DateOnly today, DateTimeOffset start, DateTimeOffset end, DateTimeOffset[] buckets)
    {
        var dayStart = Midnight(day, network.TimeZone);
        var length = Midnight(day.AddDays(1), network.TimeZone) - dayStart;
        var shares = new List<DayShare>();
        var at = start > dayStart ? start : dayStart;
        var stop = end < dayStart + length ? end : dayStart + length;
        var bucket = Math.Max(0, LastAtOrBefore(buckets, at));
        for (; at < stop; bucket++)
        {
            var next = bucket + 1 < buckets.Length && buckets[bucket + 1] < stop ? buckets[bucket + 1] : stop;
            shares.Add(new DayShare(DayCurve.Passed((at - dayStart) / length), DayCurve.Passed((next - dayStart) / length), bucket));
            at = next;
        }
        float[] rhythms = [Season.Of(network.Seed, day.DayNumber, 0), Season.Of(network.Seed, day.DayNumber, 1)];
        return new TrafficDay(day.DayNumber, today.DayNumber - day.DayNumber, dayStart, length, rhythms, [.. shares]);
    }

    private static int LastAtOrBefore(DateTimeOffset[] buckets, DateTimeOffset at)
    {
        var index = Array.BinarySearch(buckets, at);
        return index >= 0 ? index : ~index - 1;
    }

    private static IEnumerable<DateTimeOffset> BucketStarts(DateOnly from, DateOnly to, TimeZoneInfo zone, TimeColumn column) => column switch
    {
        TimeColumn.None => [Midnight(from, zone)],
        TimeColumn.UnixTimestamp => Steps(from, to, zone, TimeSpan.FromMinutes(15)),
        TimeColumn.Hour => Steps(from, to, zone, TimeSpan.FromHours(1)),
        _ => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(offset => Begin(from.AddDays(offset), column)).Distinct().Select(day => Midnight(day, zone)),
    };

    private static IEnumerable<DateTimeOffset> Steps(DateOnly from, DateOnly to, TimeZoneInfo zone, TimeSpan step)
    {
        var end = Midnight(to.AddDays(1), zone);
        for (var at = Midnight(from, zone); at < end; at += step) yield return at;
    }

    private static DateOnly Begin(DateOnly day, TimeColumn column) => column switch
    {
        TimeColumn.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TimeColumn.Month => new DateOnly(day.Year, day.Month, 1),
        TimeColumn.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    private static DateOnly Local(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
