using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Reports;

/// <summary>A total in any report equals the sum in any other.</summary>
[Collection(ReadOnlyNetwork.Name)]
public sealed class AgreementTests(SimulatorFixture simulator)
{
    private static readonly string[] Sums = ["imp", "total_click", "unique_click", "invalid_click", "duplicate_click", "gross_click", "cv", "invalid_cv_scrub", "event"];
    private static readonly string[] Money = ["payout", "revenue", "event_revenue", "gross_sales", "profit"];

    [Theory]
    [InlineData("offer")]
    [InlineData("affiliate")]
    [InlineData("advertiser")]
    [InlineData("offer_url")]
    [InlineData("country")]
    [InlineData("country_code")]
    [InlineData("city")]
    [InlineData("device_type")]
    [InlineData("browser")]
    [InlineData("isp")]
    [InlineData("carrier")]
    [InlineData("sub1")]
    [InlineData("sub2")]
    [InlineData("sub4")]
    [InlineData("source_id")]
    [InlineData("category")]
    [InlineData("account_manager")]
    [InlineData("affiliate_manager")]
    [InlineData("offer_status")]
    [InlineData("payout_type")]
    [InlineData("payout_amount")]
    [InlineData("brand")]
    [InlineData("adv1")]
    [InlineData("campaign")]
    [InlineData("tracking_domain")]
    [InlineData("hour")]
    [InlineData("date")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("year")]
    [InlineData("unix_timestamp")]
    [InlineData("affiliate", "device_type")]
    [InlineData("offer", "date")]
    public async Task Rows_of_any_grouping_add_up_to_the_total(params string[] columns)
    {
        var total = await simulator.Api.TotalAsync(new ReportAsk(9, 0));

        var rows = await simulator.Api.ReportAsync(new ReportAsk(9, 0, columns));

        ShouldAddUp(rows, total);
    }

    [Theory]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(67)]
    [InlineData(80)]
    [InlineData(30)]
    [InlineData(1)]
    public async Task Days_added_one_by_one_give_the_range_in_any_time_zone(int timeZone)
    {
        var range = await simulator.Api.TotalAsync(new ReportAsk(5, 1) { TimeZone = timeZone });

        var days = new List<ReportLine>();
        for (var day = 5; day >= 1; day--) days.Add(await simulator.Api.TotalAsync(new ReportAsk(day, day) { TimeZone = timeZone }));

        ShouldAddUp(days, range);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(30)]
    public async Task Hours_and_days_agree_in_another_time_zone(int timeZone)
    {
        var days = await simulator.Api.ReportAsync(new ReportAsk(3, 1, "date") { TimeZone = timeZone });

        var hours = await simulator.Api.ReportAsync(new ReportAsk(3, 1, "hour") { TimeZone = timeZone });

        foreach (var (index, day) in days.Index()) ShouldAddUp([.. hours.Skip(index * 24).Take(24)], day);
    }

    [Fact]
    public async Task A_day_across_the_change_to_summer_time_has_twenty_three_hours()
    {
        var sunday = ReportAsk.Today.DayNumber - new DateOnly(2024, 3, 31).DayNumber;

        var hours = await simulator.Api.ReportAsync(new ReportAsk(sunday, sunday, "hour"));
        var total = await simulator.Api.TotalAsync(new ReportAsk(sunday, sunday));

        hours.Count.ShouldBe(23);
        ShouldAddUp(hours, total);
    }

    [Fact]
    public async Task A_filter_gives_the_row_that_the_grouping_gave()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "country"));

        var germany = await simulator.Api.TotalAsync(new ReportAsk(7, 1) { Filters = [("country", "Germany")] });

        ShouldAddUp([rows.Single(row => row.Label == "Germany")], germany);
    }

    [Fact]
    public async Task An_exclusion_leaves_everything_else()
    {
        var all = await simulator.Api.TotalAsync(new ReportAsk(7, 1));

        var without = await simulator.Api.TotalAsync(new ReportAsk(7, 1) { Exclusions = [("affiliate", 12345), ("affiliate", 23456)] });
        var those = await simulator.Api.TotalAsync(new ReportAsk(7, 1) { Filters = [("affiliate", 12345), ("affiliate", 23456)] });

        ShouldAddUp([without, those], all);
    }

    [Fact]
    public async Task Amounts_in_another_currency_add_up_as_well()
    {
        var total = await simulator.Api.TotalAsync(new ReportAsk(7, 1) { Currency = "USD" });

        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "offer") { Currency = "USD" });
        var euros = await simulator.Api.TotalAsync(new ReportAsk(7, 1));

        ShouldAddUp(rows, total);
        total.Revenue.ShouldBe(euros.Revenue * 1.08m);
    }

    [Fact]
    public async Task Ratios_are_percentages_of_the_rows_own_counts()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "offer"));

        foreach (var row in rows.Where(row => row is { Clicks: > 0, Revenue: > 0 }))
        {
            row.Number("cvr").ShouldBe(Math.Round(100m * row.Conversions / row.Clicks, 4));
            row.Number("margin").ShouldBe(Math.Round(100m * (row.Revenue - row.Payout) / row.Revenue, 4));
            row.Number("rpc").ShouldBe(Math.Round(row.Revenue / row.Clicks, 4));
        }
    }

    [Fact]
    public async Task Clicks_are_made_of_their_kinds()
    {
        var total = await simulator.Api.TotalAsync(new ReportAsk(7, 1));

        total.Clicks.ShouldBe(total.Count("unique_click") + total.Count("duplicate_click"));
        total.Count("gross_click").ShouldBe(total.Clicks + total.Count("invalid_click"));
    }

    private static void ShouldAddUp(IReadOnlyList<ReportLine> rows, ReportLine total)
    {
        foreach (var sum in Sums) rows.Sum(row => row.Count(sum)).ShouldBe(total.Count(sum), sum);
        foreach (var amount in Money) rows.Sum(row => row.Number(amount)).ShouldBe(total.Number(amount), amount);
    }
}
