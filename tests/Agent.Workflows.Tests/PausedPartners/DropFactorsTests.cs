using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Workflows.Tests.PausedPartners;

public sealed class DropFactorsTests
{
    [Theory]
    [InlineData(1000, 50, 500, 500, 25, 250, 250, 0, 0)]
    [InlineData(1000, 50, 500, 1000, 25, 250, 0, 250, 0)]
    [InlineData(1000, 50, 500, 1000, 50, 250, 0, 0, 250)]
    [InlineData(1000, 50, 500, 0, 0, 0, 500, 0, 0)]
    [InlineData(1000, 50, 500, 1000, 0, 0, 0, 500, 0)]
    [InlineData(1000, 50, 500, 2000, 50, 250, -291.66, 270.83, 270.83)]
    [InlineData(1000, 0, 500, 1000, 0, 200, 0, 0, 300)]
    [InlineData(0, 0, 500, 0, 0, 0, 0, 0, 500)]
    public void A_loss_is_split_among_clicks_rate_and_value(
        long clicks, long conversions, decimal revenue, long newClicks, long newConversions, decimal newRevenue, decimal byClicks, decimal byRate, decimal byValue) =>
        DropFactors.Of(new(clicks, conversions, revenue), new(newClicks, newConversions, newRevenue)).ShouldBe(new DropFactors(byClicks, byRate, byValue));

    [Fact]
    public void The_parts_always_sum_to_the_loss()
    {
        var dice = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var (before, now) = (Figures(dice), Figures(dice));

            var factors = DropFactors.Of(before, now);

            (factors.Clicks + factors.ConversionRate + factors.RevenuePerConversion).ShouldBe(before.Revenue - now.Revenue, $"{before} {now}");
            Math.Round(factors.ConversionRate, 2).ShouldBe(factors.ConversionRate);
        }
    }

    private static TrafficFigures Figures(Random dice) => new(dice.Next(0, 3) * dice.Next(0, 5000), dice.Next(0, 3) * dice.Next(0, 90), dice.Next(0, 3) * dice.Next(0, 1_000_000) / 100m);
}
