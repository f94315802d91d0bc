using PromptLab.Everflow.Reports;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Workflows.Tests.TopLandingPages;

public sealed class LandingPageRankingTests
{
    [Fact]
    public void A_real_gap_makes_a_winner_with_its_multiple_of_the_average()
    {
        var result = Rank(20, (1, 10_000, 600), (2, 10_000, 200));

        result.Verdict.ShouldBe(new LandingPageVerdict.Winner(1.5m));
        result.Ranked.Select(page => page.Id).ShouldBe([1, 2]);
    }

    [Fact]
    public void Overlapping_intervals_are_level_and_tell_how_many_more_clicks_would_part_them()
    {
        var result = Rank(20, (1, 1000, 30), (2, 1000, 40));

        result.Verdict.ShouldBeOfType<LandingPageVerdict.Level>().MoreClicks.ShouldNotBeNull().ShouldBeInRange(5_000, 20_000);
        result.Ranked[0].Id.ShouldBe(2);
    }

    [Fact]
    public void Rates_that_look_the_same_tie_and_the_larger_volume_comes_first()
    {
        var result = Rank(20, (1, 1000, 30), (2, 2000, 60));

        result.Verdict.ShouldBeOfType<LandingPageVerdict.Tie>();
        result.Ranked.Select(page => page.Id).ShouldBe([2, 1]);
    }

    [Fact]
    public void Pages_under_the_minimum_are_left_out_of_the_ranking_but_not_of_the_average()
    {
        var result = Rank(20, (1, 1000, 50), (2, 1000, 19), (3, 1000, 20));

        result.Ranked.Select(page => page.Id).ShouldBe([1, 3]);
        result.LeftOut.Select(page => page.Id).ShouldBe([2]);
        result.Average.ShouldBe(89m / 3000);
    }

    [Fact]
    public void When_none_qualifies_the_nearest_come_first()
    {
        var result = Rank(20, (1, 1000, 3), (2, 100, 12), (3, 5000, 12));

        result.Verdict.ShouldBeOfType<LandingPageVerdict.TooLittleData>();
        result.LeftOut.Select(page => page.Id).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void One_page_with_enough_among_several_has_nothing_to_be_compared_with()
    {
        var result = Rank(20, (1, 1000, 50), (2, 1000, 5));

        result.Verdict.ShouldBeOfType<LandingPageVerdict.OnlyOneQualifies>();
    }

    [Theory]
    [InlineData(50)]
    [InlineData(3)]
    public void A_single_page_is_a_single_page_whatever_it_has(int conversions)
    {
        var result = Rank(20, (1, 1000, conversions));

        result.Verdict.ShouldBeOfType<LandingPageVerdict.SinglePage>();
    }

    [Fact]
    public void Conversions_without_clicks_have_no_rate_and_no_rank()
    {
        var result = Rank(20, (1, 0, 50), (2, 1000, 50), (3, 1000, 40));

        result.Ranked.Select(page => page.Id).ShouldBe([2, 3]);
    }

    [Fact]
    public void The_default_page_has_id_0_and_a_name_when_the_api_gives_none()
    {
        var pages = LandingPageRanking.Read(Table(Row("0", "", 100, 5)));

        pages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            page => page.Id.ShouldBe(0),
            page => page.Name.ShouldBe("Default landing page"));
    }

    [Fact]
    public void Rows_of_one_page_are_added_up_and_rows_without_traffic_are_none()
    {
        var pages = LandingPageRanking.Read(Table(Row("7", "Quiz", 100, 5), Row("7", "Quiz", 50, 1), Row("8", "Idle", 0, 0)));

        var page = pages.ShouldHaveSingleItem();
        (page.Metrics.Clicks, page.Metrics.Conversions).ShouldBe((150, 6));
    }

    [Fact]
    public void A_page_without_a_name_is_called_by_its_id()
    {
        var pages = LandingPageRanking.Read(Table(Row("77", null, 1, 0)));

        pages[0].Name.ShouldBe("Landing page 77");
    }

    private static TopLandingPagesResult Rank(int least, params (int Id, int Clicks, int Conversions)[] pages) =>
        LandingPageRanking.Rank(
            [.. pages.Select(page => new LandingPageFigures(page.Id, $"Page {page.Id}", new ReportMetrics { Clicks = page.Clicks, Conversions = page.Conversions }))],
            least,
            isComplete: true,
            isAllCountries: false);

    private static ReportTable Table(params ReportRow[] rows) => new(rows, IsComplete: true);

    private static ReportRow Row(string id, string? label, int clicks, int conversions) =>
        new([new ReportCell("offer_url", id, label)], new ReportMetrics { Clicks = clicks, Conversions = conversions });
}
