namespace PromptLab.Workflows.PausedPartners;

/// <summary>
/// How much of a loss each factor of revenue = clicks × conversion rate × revenue per conversion carries. The three amounts are
/// whole cents where the loss is, and sum to it exactly; a negative one worked against the loss.
/// </summary>
public sealed record DropFactors(decimal Clicks, decimal ConversionRate, decimal RevenuePerConversion)
{
    private const int Cents = 2;

    /// <summary>
    /// The factors' Shapley values: each one's effect averaged over all orders in which the three can change, so that none is
    /// blamed for having been looked at last.
    /// </summary>
    public static DropFactors Of(TrafficFigures before, TrafficFigures now)
    {
        var (old, current) = (Factors.Of(before, now), Factors.Of(now, before));
        var lost = before.Revenue - now.Revenue;
        var clicks = Math.Round(Effect(old.Clicks, current.Clicks, old.Rate, current.Rate, old.Value, current.Value), Cents);
        var rate = Math.Round(Effect(old.Rate, current.Rate, old.Clicks, current.Clicks, old.Value, current.Value), Cents);
        var value = Math.Round(Effect(old.Value, current.Value, old.Clicks, current.Clicks, old.Rate, current.Rate), Cents);
        return new DropFactors(clicks, rate, value).Settle(lost - clicks - rate - value);
    }

    private static decimal Effect(decimal before, decimal now, decimal a, decimal newA, decimal b, decimal newB) =>
        (before - now) * ((2 * a * b) + (newA * b) + (a * newB) + (2 * newA * newB)) / 6;

    /// <summary>What rounding left over belongs to the largest.</summary>
    private DropFactors Settle(decimal rest) =>
        Math.Abs(Clicks) >= Math.Abs(ConversionRate) && Math.Abs(Clicks) >= Math.Abs(RevenuePerConversion) ? this with { Clicks = Clicks + rest }
        : Math.Abs(ConversionRate) >= Math.Abs(RevenuePerConversion) ? this with { ConversionRate = ConversionRate + rest }
        : this with { RevenuePerConversion = RevenuePerConversion + rest };

    /// <summary>A factor that a period says nothing of (a rate without clicks, a value without conversions) is taken as unchanged.</summary>
    private readonly record struct Factors(decimal Clicks, decimal Rate, decimal Value)
    {
        public static Factors Of(TrafficFigures figures, TrafficFigures other)
        {
            if (!HasAllFactors(figures) || !HasAllFactors(other))
            {
                // Revenue that no conversion earned, or no click: one factor carries it.
                return new Factors(1, 1, figures.Revenue);
            }

            return new Factors(figures.Clicks, RateOf(figures) ?? RateOf(other) ?? 0, ValueOf(figures) ?? ValueOf(other) ?? 0);
        }

        private static bool HasAllFactors(TrafficFigures figures) => figures.Revenue == 0 || figures is { Clicks: > 0, Conversions: > 0 };

        private static decimal? RateOf(TrafficFigures figures) => figures.Clicks == 0 ? null : (decimal)figures.Conversions / figures.Clicks;

        private static decimal? ValueOf(TrafficFigures figures) => figures.Conversions == 0 ? null : figures.Revenue / figures.Conversions;
    }
}
