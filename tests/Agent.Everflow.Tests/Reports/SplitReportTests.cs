using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Reports;

public sealed class SplitReportTests
{
    private const string Table = "POST /v1/networks/reporting/entity/table";
    private static readonly DateOnly First = new(2025, 1, 1);

    [Fact]
    public async Task Days_are_asked_in_pieces_and_added_up()
    {
        var reports = new CappedReports(mostRows: 4);
        for (var day = 0; day < 20; day++)
            reports.Add(First.AddDays(day), partner: 1, offer: 1 + (day % 10), sub: "", clicks: 10);

        var table = await AskAsync(reports, new(First, First.AddDays(19), ["offer"], []));

        table.IsComplete.ShouldBeTrue();
        table.Rows.Select(row => int.Parse(row.Cell("offer")!.Id, null)).Order().ShouldBe(Enumerable.Range(1, 10));
        table.Rows.ShouldAllBe(row => row.Metrics.Clicks == 20 && row.Metrics.Revenue == 10);
    }

    [Fact]
    public async Task A_full_day_is_asked_by_partners()
    {
        var reports = new CappedReports(mostRows: 6);
        for (var partner = 1; partner <= 6; partner++)
            for (var sub = 0; sub < 5; sub++)
                reports.Add(First, partner, offer: 1, $"s{sub}", clicks: partner);

        var table = await AskAsync(reports, new(First, First, ["affiliate", "sub1"], []));

        table.IsComplete.ShouldBeTrue();
        table.Rows.Count.ShouldBe(30);
        table.Rows.Sum(row => row.Metrics.Clicks).ShouldBe(5 * (1 + 2 + 3 + 4 + 5 + 6));
    }

    [Fact]
    public async Task A_full_partner_is_asked_by_offers()
    {
        var reports = new CappedReports(mostRows: 3);
        for (var offer = 1; offer <= 3; offer++)
            for (var sub = 0; sub < 3; sub++)
                reports.Add(First, partner: 1, offer, $"s{offer}{sub}", clicks: 7);

        var table = await AskAsync(reports, new(First, First, ["sub1"], []));

        table.IsComplete.ShouldBeTrue();
        table.Rows.Count.ShouldBe(9);
        table.Rows.Sum(row => row.Metrics.Clicks).ShouldBe(63);
    }

    [Fact]
    public async Task A_filter_of_the_query_is_not_widened_by_splitting()
    {
        var reports = new CappedReports(mostRows: 3);
        for (var partner = 1; partner <= 4; partner++)
            for (var sub = 0; sub < 2; sub++)
                reports.Add(First, partner, offer: 1, $"s{sub}", clicks: 1);

        var table = await AskAsync(
            reports, new(First, First, ["affiliate", "sub1"], [ReportFilter.Partner(2), ReportFilter.Partner(3), ReportFilter.Offer(1)]));

        table.IsComplete.ShouldBeTrue();
        table.Rows.Select(row => row.Cell("affiliate")!.Id).Distinct().Order().ShouldBe(["2", "3"]);
    }

    [Fact]
    public async Task What_cannot_be_split_further_is_reported_as_incomplete()
    {
        var reports = new CappedReports(mostRows: 3);
        for (var sub = 0; sub < 5; sub++)
            reports.Add(First, partner: 1, offer: 1, $"s{sub}", clicks: 1);

        var table = await AskAsync(reports, new(First, First, ["sub1"], []));

        table.IsComplete.ShouldBeFalse();
        table.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Splitting_ends_with_its_budget()
    {
        var reports = new CappedReports(mostRows: 1);
        for (var day = 0; day < 8; day++)
            for (var offer = 1; offer <= 2; offer++)
                reports.Add(First.AddDays(day), partner: 1, offer, "", clicks: 1);

        await using var network = await Network.StartAsync(configure: options => options.SplitRequests = 5);
        network.Server.On(Table, reports.Answer);
        var table = await network.Get<ReportsClient>().GetTableAsync(new(First, First.AddDays(7), ["offer"], []), CancellationToken.None);

        table.IsComplete.ShouldBeFalse();
        table.Rows.ShouldNotBeEmpty();
        network.Server.Requests.Count(request => request.Route == Table).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_list_of_partners_that_is_itself_cut_off_is_not_trusted()
    {
        var reports = new CappedReports(mostRows: 2);
        for (var partner = 1; partner <= 5; partner++)
            reports.Add(First, partner, offer: 1, "", clicks: 1);

        var table = await AskAsync(reports, new(First, First, ["affiliate"], []));

        table.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public async Task A_table_of_ten_thousand_rows_counts_as_cut_off_even_when_it_does_not_say_so()
    {
        var reports = new CappedReports(mostRows: 10_000) { SaysIncomplete = false };
        for (var row = 0; row < 12_000; row++)
            reports.Add(First.AddDays(row % 2), partner: 1, offer: 1, $"s{row}", clicks: 1);

        var table = await AskAsync(reports, new(First, First.AddDays(1), ["sub1"], []));

        table.IsComplete.ShouldBeTrue();
        table.Rows.Count.ShouldBe(12_000);
    }

    private static async Task<ReportTable> AskAsync(CappedReports reports, ReportQuery query)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, reports.Answer);
        return await network.Get<ReportsClient>().GetTableAsync(query, CancellationToken.None);
    }
}
