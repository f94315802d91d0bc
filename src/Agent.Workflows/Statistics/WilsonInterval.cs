namespace PromptLab.Workflows.Statistics;

/// <summary>The 95 % confidence interval of a rate after Wilson, which holds for small counts and rates near 0 too.</summary>
public readonly record struct WilsonInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;
    private const double MostGrowth = 100_000;

    /// <param name="successes">More than <paramref name="trials"/> count as all of them: a click may convert twice.</param>
    /// <param name="trials">None: nothing is known, the interval is 0 to 1.</param>
    public static WilsonInterval Of(double successes, double trials)
    {
        if (trials <= 0)
        {
            return new WilsonInterval(0, 1);
        }

        var rate = Math.Min(1, successes / trials);
        var square = Z * Z;
        var centre = (rate + (square / (2 * trials))) / (1 + (square / trials));
        var half = Z / (1 + (square / trials)) * Math.Sqrt((rate * (1 - rate) / trials) + (square / (4 * trials * trials)));
        return new WilsonInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    public bool Overlaps(WilsonInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>
    /// How many times the present trials two rates need until their intervals part, if the rates stay as they are;
    /// null when even a hundred thousand times would not do.
    /// </summary>
    public static double? GrowthToSeparate(double successesA, double trialsA, double successesB, double trialsB)
    {
        double low = 1, high = 1;
        while (Meet(high))
        {
            (low, high) = (high, high * 2);
            if (high > MostGrowth)
            {
                return null;
            }
        }

        while (high - low > 0.001 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Meet(middle) ? (middle, high) : (low, middle);
        }

        return high;

        bool Meet(double growth) => Of(successesA * growth, trialsA * growth).Overlaps(Of(successesB * growth, trialsB * growth));
    }
}
