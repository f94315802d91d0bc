using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Traffic;

/// <summary>How busy a day is against the average, for both weekly rhythms.</summary>
internal static class Season
{
    private static readonly float[][] Weekdays =
    [
        // Sunday first, as DayOfWeek counts.
        [1.12f, 0.95f, 0.93f, 0.94f, 0.96f, 1.0f, 1.1f],
        [0.82f, 1.06f, 1.08f, 1.07f, 1.05f, 1.0f, 0.92f],
    ];

    public static float Of(int seed, int dayNumber, int rhythm)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        // The last quarter is the busiest, midsummer the quietest.
        var year = 1 + 0.1f * MathF.Cos((day.DayOfYear - 330) * (2 * MathF.PI / 365));
        var mood = 0.97f + 0.06f * SeededHash.Unit16(SeededHash.Of((ulong)(uint)seed, (ulong)dayNumber), 0);
        return Weekdays[rhythm][(int)day.DayOfWeek] * year * mood;
    }
}
