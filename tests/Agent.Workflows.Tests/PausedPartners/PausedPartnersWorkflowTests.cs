using PromptLab.Workflows.Dates;
using PromptLab.Workflows.PausedPartners;
using PromptLab.Workflows.Tests.Network;

namespace PromptLab.Workflows.Tests.PausedPartners;

public sealed class PausedPartnersWorkflowTests
{
    private static readonly DateOnly Day = new(2025, 1, 14);
    private static readonly PausedPartnerCheckRequest Usual = new(Day, 3, 50);

    [Theory]
    [InlineData(3, "2025-01-12", "2025-01-05", "2025-01-07")]
    [InlineData(7, "2025-01-08", "2025-01-01", "2025-01-07")]
    [InlineData(10, "2025-01-05", "2024-12-22", "2024-12-31")]
    public void The_days_before_are_the_same_weekdays_and_do_not_overlap(int days, string from, string before, string until)
    {
        var request = Usual with { AnalysisDays = days };

        (request.Now.From, request.Before.From, request.Before.To).ShouldBe((DateOnly.Parse(from), DateOnly.Parse(before), DateOnly.Parse(until)));
    }

    [Fact]
    public async Task Four_reports_do_however_many_partners_fell()
    {
        var traffic = new ScriptedTraffic();
        foreach (var partner in Enumerable.Range(1, 25))
        {
            traffic.Add(Day.AddDays(-7), partner, 100, 10, 1000 + partner);
        }

        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.PausedPartners.RunAsync(Usual, CancellationToken.None);

        everflow.ReportQueries().Count.ShouldBe(4);
        result.Partners.Select(partner => partner.Drop.Partner.Id).ShouldBe(Enumerable.Range(1, 25).Reverse());
        result.Partners.Count(partner => partner.Explanation is not null).ShouldBe(10);
        result.LostRevenue.ShouldBe(25_325);
    }

    [Theory]
    [InlineData("2024-12-31T23:00:00Z", true)]
    [InlineData("2025-01-01T23:30:00Z", false)]
    public async Task Partners_younger_than_14_days_are_left_out(string created, bool isFound)
    {
        var traffic = new ScriptedTraffic().Add(Day.AddDays(-7), 1, 100, 10, 1000);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPartner(1, "Young", DateTimeOffset.Parse(created)).WithReport(traffic.Report);

        var result = await everflow.PausedPartners.RunAsync(Usual, CancellationToken.None);

        result.Partners.Count.ShouldBe(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData(100, 4, null, true)]
    [InlineData(99.99, 4, null, false)]
    [InlineData(99.99, 4, 5, false)]
    [InlineData(60, 5, 5, true)]
    [InlineData(0, 50, 5, false)]
    public async Task The_earlier_days_must_have_been_worth_it(decimal revenue, long conversions, int? minConversions, bool isFound)
    {
        var traffic = new ScriptedTraffic().Add(Day.AddDays(-7), 1, 100, conversions, revenue);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.PausedPartners.RunAsync(Usual with { MinConversions = minConversions }, CancellationToken.None);

        result.Partners.Count.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public async Task Excluded_partners_are_left_out()
    {
        var traffic = new ScriptedTraffic().Add(Day.AddDays(-7), 1, 100, 10, 1000).Add(Day.AddDays(-7), 2, 100, 10, 1000);
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var result = await everflow.PausedPartners.RunAsync(Usual with { ExcludedPartners = [1] }, CancellationToken.None);

        result.Partners.ShouldHaveSingleItem().Drop.Partner.Id.ShouldBe(2);
    }

    [Fact]
    public async Task Carriers_are_named_until_most_of_the_loss_is()
    {
        var traffic = new ScriptedTraffic();
        foreach (var (offer, revenue) in new[] { (1, 500m), (2, 350m), (3, 100m), (4, 50m) })
        {
            traffic.Add(Day.AddDays(-7), 1, 100, 10, revenue, offer, country: offer == 1 ? "" : "France");
        }

        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Gone", "deleted").WithReport(traffic.Report);

        var explanation = (await everflow.PausedPartners.RunAsync(Usual, CancellationToken.None)).Partners.ShouldHaveSingleItem().Explanation!;

        explanation.Offers.Select(carrier => (carrier.Id, carrier.Share)).ShouldBe([(1, 0.5m), (2, 0.35m)]);
        explanation.LandingPages.Select(carrier => carrier.Name).ShouldBe(["Default page of Offer 1", "Default page of Offer 2"]);
        explanation.Countries.Select(carrier => carrier.Name).ShouldBe(["France", "Unknown country"]);
    }

    [Fact]
    public async Task Looking_back_finds_what_each_days_check_finds()
    {
        var traffic = new ScriptedTraffic();
        for (var back = 0; back < 100; back++)
        {
            // Pauses for five days every three weeks.
            traffic.Add(Day.AddDays(-back), 1, 100, back % 21 < 5 ? 0 : 10, back % 21 < 5 ? 0 : 100).Add(Day.AddDays(-back), 2, 100, 10, 100);
        }

        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(traffic.Report);

        var days = await everflow.PausedPartners.RunDaysAsync(Usual, new DateRange(Day.AddDays(-59), Day), CancellationToken.None);
        var queries = everflow.ReportQueries().Count;

        for (var back = 0; back < 60; back++)
        {
            var day = Day.AddDays(-back);
            var check = await everflow.PausedPartners.RunAsync(Usual with { LastDay = day }, CancellationToken.None);
            days.SingleOrDefault(found => found.LastDay == day)?.Drops.Select(drop => (drop.Partner.Id, drop.LostRevenue)).ShouldBe(
                check.Partners.Select(partner => (partner.Drop.Partner.Id, partner.Drop.LostRevenue)));
            days.Any(found => found.LastDay == day).ShouldBe(check.Partners.Count > 0);
        }

        queries.ShouldBe(3);
        days.Count.ShouldBeGreaterThan(5);
    }
}
