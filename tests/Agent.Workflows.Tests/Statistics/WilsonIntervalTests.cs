using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    // Reference values: R, prop.test(x, n, correct = FALSE)$conf.int.
    [Theory]
    [InlineData(10, 100, 0.05522914, 0.17436566)]
    [InlineData(0, 50, 0, 0.07134759)]
    [InlineData(50, 50, 0.92865241, 1)]
    [InlineData(309, 3140, 0.08850, 0.10933)]
    public void The_interval_is_the_one_statistics_programs_give(double successes, double trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);

        interval.Low.ShouldBe(low, 0.0001);
        interval.High.ShouldBe(high, 0.0001);
    }

    [Fact]
    public void Without_trials_nothing_is_known()
    {
        var interval = WilsonInterval.Of(0, 0);

        interval.ShouldBe(new WilsonInterval(0, 1));
    }

    [Fact]
    public void More_conversions_than_clicks_count_as_all_of_them()
    {
        var interval = WilsonInterval.Of(12, 10);

        interval.ShouldBe(WilsonInterval.Of(10, 10));
    }

    [Theory]
    [InlineData(300, 10_000, 310, 10_000, true)]
    [InlineData(300, 10_000, 500, 10_000, false)]
    public void Overlap_is_symmetric(double successesA, double trialsA, double successesB, double trialsB, bool overlaps)
    {
        var (a, b) = (WilsonInterval.Of(successesA, trialsA), WilsonInterval.Of(successesB, trialsB));

        (a.Overlaps(b), b.Overlaps(a)).ShouldBe((overlaps, overlaps));
    }

    [Fact]
    public void The_growth_that_separates_is_the_least_that_does()
    {
        var growth = WilsonInterval.GrowthToSeparate(31, 1000, 20, 1000)!.Value;

        Overlaps(growth * 1.01).ShouldBeFalse();
        Overlaps(growth * 0.98).ShouldBeTrue();

        static bool Overlaps(double times) => WilsonInterval.Of(31 * times, 1000 * times).Overlaps(WilsonInterval.Of(20 * times, 1000 * times));
    }

    [Fact]
    public void Equal_rates_never_separate()
    {
        var growth = WilsonInterval.GrowthToSeparate(30, 1000, 60, 2000);

        growth.ShouldBeNull();
    }

    [Theory]
    [InlineData(100, 125, 0.25)]
    [InlineData(100, 0, -1)]
    [InlineData(-50, -25, 0.5)]
    public void A_change_is_relative_to_what_was(int before, int now, double change)
    {
        var ratio = Ratio.Change(before, now);

        ratio.ShouldBe((decimal)change);
    }

    [Fact]
    public void Without_a_base_there_is_no_ratio()
    {
        (Ratio.Of(5, 0), Ratio.Change(0, 5)).ShouldBe((null, null));
    }
}
