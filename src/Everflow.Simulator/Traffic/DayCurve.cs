namespace PromptLab.Simulator.Traffic;

/// <summary>How traffic spreads over a day: little at night, most in the evening.</summary>
internal static class DayCurve
{
    private const int Slots = 24;

    private static readonly double[] Weights = [2.2, 1.5, 1.1, 0.9, 0.9, 1.2, 2, 3, 3.8, 4.3, 4.6, 4.8, 5, 4.9, 4.7, 4.7, 4.9, 5.2, 5.7, 6.2, 6.6, 6.4, 5.3, 3.6];
    private static readonly double[] Sums = Accumulate();

    /// <summary>Share of the day's traffic that has come when a share of the day has passed.</summary>
    public static double Passed(double dayShare)
    {
        if (dayShare <= 0) return 0;
        if (dayShare >= 1) return 1;
        var slot = (int)(dayShare * Slots);
        return Sums[slot] + (Sums[slot + 1] - Sums[slot]) * (dayShare * Slots - slot);
    }

    /// <summary>The inverse of <see cref="Passed"/>.</summary>
    public static double TimeOf(double trafficShare)
    {
        var slot = 0;
        while (slot < Slots - 1 && Sums[slot + 1] <= trafficShare) slot++;
        return (slot + (trafficShare - Sums[slot]) / (Sums[slot + 1] - Sums[slot])) / Slots;
    }

    private static double[] Accumulate()
    {
        var sums = new double[Slots + 1];
        for (var slot = 0; slot < Slots; slot++) sums[slot + 1] = sums[slot] + Weights[slot] / Weights.Sum();
        sums[Slots] = 1;
        return sums;
    }
}
