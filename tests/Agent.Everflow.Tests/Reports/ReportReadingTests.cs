using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Reports;

public sealed class ReportReadingTests
{
    private const string Table = "POST /v1/networks/reporting/entity/table";
    private static readonly DateOnly First = new(2025, 1, 1);

    [Theory]
    [InlineData("affiliate", "sub1")]
    [InlineData("offer", "sub1")]
    [InlineData("date", "sub1")]
    public async Task A_report_is_cut_along_a_column_so_that_no_two_pieces_share_a_group(params string[] columns)
    {
        var reports = new CappedReports(mostRows: 9);
        for (var number = 0; number < 60; number++)
            reports.Add(First.AddDays(number % 10), partner: 1 + (number % 6), offer: 1 + (number % 5), sub: $"s{number % 4}", clicks: 1);

        var pieces = await ReadAsync(reports, new(First, First.AddDays(9), columns, []));

        var keys = pieces.SelectMany(piece => piece.Rows).Select(row => string.Join('|', row.Cells.Select(cell => cell.Id))).ToArray();
        pieces.Count.ShouldBeGreaterThan(1);
        pieces.ShouldAllBe(piece => piece.IsComplete && piece.Rows.Count <= 9);
        keys.Distinct().Count().ShouldBe(keys.Length);
        pieces.SelectMany(piece => piece.Rows).Sum(row => row.Metrics.Clicks).ShouldBe(60);
    }

    [Fact]
    public async Task Without_a_column_to_cut_along_it_is_merged()
    {
        var reports = new CappedReports(mostRows: 4);
        for (var number = 0; number < 24; number++)
            reports.Add(First.AddDays(number % 8), partner: 1 + (number % 3), offer: 1, sub: $"s{number % 6}", clicks: 1);

        var piece = (await ReadAsync(reports, new(First, First.AddDays(7), ["sub1"], []))).ShouldHaveSingleItem();

        piece.IsComplete.ShouldBeTrue();
        piece.Rows.Count.ShouldBe(6);
        piece.Rows.Sum(row => row.Metrics.Clicks).ShouldBe(24);
    }

    [Fact]
    public async Task A_leap_year_is_two_requests_added_up()
    {
        var reports = new CappedReports(mostRows: 100).Add(First, 1, 1, "", 3).Add(First.AddDays(365), 1, 1, "", 4);

        var pieces = await ReadAsync(reports, new(First, First.AddDays(365), ["offer"], []));

        pieces.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Metrics.Clicks.ShouldBe(7);
    }

    private static async Task<List<ReportTable>> ReadAsync(CappedReports reports, ReportQuery query)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, reports.Answer);
        return await network.Get<ReportsClient>().ReadAsync(query, CancellationToken.None).ToListAsync();
    }
}
