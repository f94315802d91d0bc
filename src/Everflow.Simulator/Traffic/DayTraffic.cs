using System.Runtime.CompilerServices;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Traffic;

/// <summary>Turns a stream and a day into figures: the innermost loop of every report.</summary>
internal static class DayTraffic
{
    private const ulong DayStep = 0xD6E8FEB86659FD93;

    /// <summary>The figures of a whole day; false when there are none.</summary>
    public static bool TryCount(in TrafficStream stream, TrafficDay day, out DayCounts counts)
    {
        counts = default;
        var hash = SeededHash.Mix(stream.Seed ^ ((ulong)day.Number * DayStep));
        if (stream.Schedule is { } schedule)
        {
            var (planned, converting) = schedule.At(day.DaysAgo, day.Number);
            counts = new DayCounts(0, planned, 0, 0, converting, SeededHash.Mix(hash));
            return planned > 0;
        }
        if (stream.Cycle > 0 && (int)((uint)day.Number + (uint)(stream.Seed & 1023)) % stream.Cycle >= stream.CycleOn) return false;

        var expected = stream.Clicks * day.Rhythms[stream.Rhythm] * (0.8f + 0.4f * SeededHash.Unit16(hash, 0));
        var clicks = (int)(expected + SeededHash.Unit16(hash, 16));
        if (clicks == 0) return false;
        var fate = SeededHash.Mix(hash);
        var duplicates = (int)(clicks * stream.DuplicateShare + SeededHash.Unit16(hash, 32));
        var invalid = (int)(clicks * stream.InvalidShare + SeededHash.Unit16(hash, 48));
        var conversions = (int)(clicks * stream.Rate * (0.85f + 0.3f * SeededHash.Unit16(fate, 0)) + SeededHash.Unit16(fate, 16));
        var unique = clicks - Math.Min(duplicates, clicks - 1);
        counts = new DayCounts((int)(clicks * stream.ImpressionsPerClick), unique, clicks - unique, invalid, Math.Min(conversions, unique), fate);
        return true;
    }

    /// <summary>Where in the row of evenly spread conversions a day begins, between 0 and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ConversionPhase(ulong dayHash) => SeededHash.Unit16(dayHash, 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClickPhase(ulong dayHash) => SeededHash.Unit16(dayHash, 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ConversionHash(ulong dayHash, int index) => SeededHash.Of(dayHash, (ulong)index);
}
