using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Tests.Traffic;

public sealed class DayCurveTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(0.999)]
    public void The_inverse_leads_back(double dayShare)
    {
        DayCurve.TimeOf(DayCurve.Passed(dayShare)).ShouldBe(dayShare, 1e-9);
    }

    [Fact]
    public void A_day_begins_with_nothing_and_ends_with_all()
    {
        (DayCurve.Passed(-1), DayCurve.Passed(0), DayCurve.Passed(1), DayCurve.Passed(2)).ShouldBe((0, 0, 1, 1));
    }

    [Fact]
    public void Shares_that_meet_split_a_count_without_loss()
    {
        for (var count = 0; count < 40; count++)
        {
            var cuts = Enumerable.Range(0, 25).Select(hour => hour / 24.0).ToArray();

            var parts = cuts.Zip(cuts.Skip(1), (from, to) => new DayShare(from, to, 0).Of(count, 0.37f)).ToArray();

            parts.Sum().ShouldBe(count);
            parts.ShouldAllBe(part => part >= 0);
        }
    }
}
