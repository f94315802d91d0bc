using System.Runtime.CompilerServices;

namespace PromptLab.Simulator.Traffic;

/// <summary>
/// The part of a day between two shares of its traffic, counted into one bucket of time. Parts that meet share no count and lose none.
/// </summary>
internal readonly record struct DayShare(double From, double To, int Bucket)
{
    public bool IsWholeDay => From <= 0 && To >= 1;

    /// <summary>How many of <paramref name="count"/> evenly spread things fall into this part; the phase shifts them all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(int count, float phase) => Before(To, count, phase) - Before(From, count, phase);

    /// <summary>Index of the first thing at or after a share of the day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Before(double share, int count, float phase) =>
        share >= 1 ? count : share <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(count * share - phase), 0, count);
}
