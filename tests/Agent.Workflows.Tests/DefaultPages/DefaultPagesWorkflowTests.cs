using PromptLab.Workflows.Dates;
using PromptLab.Workflows.DefaultPages;
using PromptLab.Workflows.Tests.Network;

namespace PromptLab.Workflows.Tests.DefaultPages;

public sealed class DefaultPagesWorkflowTests
{
    private static readonly DateOnly Day = new(2025, 1, 14);

    [Fact]
    public async Task More_than_ten_thousand_rows_are_still_right()
    {
        var traffic = new ScriptedTraffic();
        foreach (var (partner, offer) in from partner in Enumerable.Range(1, 120) from offer in Enumerable.Range(1, 100) select (partner, offer))
        {
            traffic.Add(Day, partner, clicks: 51, offer: offer);
        }

        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.DefaultPages.RunAsync(new DefaultPageCheckRequest(Day, 50), CancellationToken.None);

        (result.IsComplete, result.Partners.Count, result.WastedClicks).ShouldBe((true, 120, 12_000 * 51));
        result.Partners.ShouldAllBe(partner => partner.Traffic.Count == 100 && partner.WastedClicks == 5_100);
    }

    [Theory]
    [InlineData("Summer DEFAULT page", true)]
    [InlineData("fallback", true)]
    [InlineData("Fall back", false)]
    public async Task A_page_counts_by_its_name_in_any_case(string name, bool counts)
    {
        var traffic = new ScriptedTraffic().Page(5, name).Add(Day, partner: 1, clicks: 60, page: 5);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.DefaultPages.RunAsync(new DefaultPageCheckRequest(Day, 50), CancellationToken.None);

        result.Partners.Count.ShouldBe(counts ? 1 : 0);
    }

    [Fact]
    public async Task Other_words_and_exclusions_are_the_callers()
    {
        var traffic = new ScriptedTraffic().Page(5, "Error page").Page(6, "Old error page")
            .Add(Day, partner: 1, clicks: 60, page: 5).Add(Day, partner: 2, clicks: 70, page: 5).Add(Day, partner: 3, clicks: 80, page: 6)
            .Add(Day, partner: 4, clicks: 90, page: 5, offer: 9);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.DefaultPages.RunAsync(
            new DefaultPageCheckRequest(Day, 50) { Keywords = ["error"], ExcludedPartners = [2], ExcludedLandingPages = ["OLD error page"], ExcludedOffers = [9] },
            CancellationToken.None);

        result.Partners.ShouldHaveSingleItem().Partner.Id.ShouldBe(1);
    }

    [Fact]
    public async Task Both_meanings_are_told_the_larger_one_first()
    {
        var traffic = new ScriptedTraffic().Page(5, "Fallback").Add(Day, partner: 1, clicks: 60).Add(Day, partner: 1, clicks: 90, page: 5);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.DefaultPages.RunAsync(new DefaultPageCheckRequest(Day, 50), CancellationToken.None);

        result.Partners.ShouldHaveSingleItem().Meanings.ShouldBe([DefaultPageMeaning.WrongSetup, DefaultPageMeaning.BrokenLink]);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public async Task Looking_back_takes_few_reports_and_judges_every_day_by_itself(bool filtersPages, int reports)
    {
        var traffic = new ScriptedTraffic { FiltersPages = filtersPages };
        for (var back = 0; back < 60; back++)
        {
            traffic.Add(Day.AddDays(-back), partner: 1, clicks: back % 10 == 0 ? 51 : 50).Add(Day.AddDays(-back), partner: 2, clicks: 49);
        }

        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var days = await everflow.DefaultPages.RunDaysAsync(new DefaultPageCheckRequest(Day, 50), new DateRange(Day.AddDays(-59), Day), CancellationToken.None);

        days.Select(day => day.Date).ShouldBe(Enumerable.Range(0, 6).Select(ten => Day.AddDays(-50 + (ten * 10))));
        days.ShouldAllBe(day => day.WastedClicks == 51);
        everflow.ReportQueries().Count.ShouldBe(reports);
    }

    [Fact]
    public async Task A_day_without_such_a_page_takes_one_report()
    {
        var traffic = new ScriptedTraffic().Page(5, "Good page").Add(Day, partner: 1, clicks: 900, page: 5);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        (await everflow.DefaultPages.RunAsync(new DefaultPageCheckRequest(Day, 50), CancellationToken.None)).Partners.ShouldBeEmpty();
        (await everflow.DefaultPages.RunDaysAsync(new DefaultPageCheckRequest(Day, 50), new DateRange(Day, Day), CancellationToken.None)).ShouldBeEmpty();

        everflow.ReportQueries().Count.ShouldBe(2);
    }
}
