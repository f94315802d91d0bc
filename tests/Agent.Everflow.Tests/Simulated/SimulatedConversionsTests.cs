using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;
using PromptLab.Simulator;

namespace PromptLab.Everflow.Tests.Simulated;

/// <summary>Row-level reports of the simulated network agree with its aggregated ones.</summary>
public sealed class SimulatedConversionsTests(SimulatedAccount account) : IClassFixture<SimulatedAccount>
{
    private static readonly DateOnly From = new(2025, 1, 6);
    private static readonly DateOnly To = new(2025, 1, 12);

    [Fact]
    public async Task All_rows_of_several_pages_are_read_once()
    {
        var query = new ConversionQuery(From, To, [ReportFilter.Offer(Planted.SummerPromo)]);

        var list = await account.Get<ConversionsClient>().ListAsync(query, CancellationToken.None);

        var summary = await account.Get<ConversionsClient>().GetSummaryAsync(query, CancellationToken.None);
        list.IsComplete.ShouldBeTrue();
        list.Rows.Count.ShouldBe((int)summary.Total);
        list.Rows.Select(row => row.Id).ShouldBeUnique();
        list.Rows.ShouldAllBe(row => row.OfferId == Planted.SummerPromo);
    }

    [Fact]
    public async Task Counts_by_status_and_amounts_are_those_of_the_rows()
    {
        var query = new ConversionQuery(From, From, [ReportFilter.Offer(Planted.ThrottledOffer)]);

        var list = await account.Get<ConversionsClient>().ListAsync(query, CancellationToken.None);

        var summary = await account.Get<ConversionsClient>().GetSummaryAsync(query, CancellationToken.None);
        summary.Approved.ShouldBe(list.Rows.Count(row => row.Status == ConversionStatus.Approved));
        summary.Pending.ShouldBe(list.Rows.Count(row => row.Status == ConversionStatus.Pending));
        (summary.RejectedByThrottle + summary.RejectedByHand).ShouldBe(list.Rows.Count(row => row.Status == ConversionStatus.Rejected));
        list.Rows.ShouldContain(row => row.IsScrubbed && row.ErrorCode == 1);
    }

    [Fact]
    public async Task Approved_rows_sum_to_the_aggregated_report()
    {
        var table = await account.Get<ReportsClient>().GetTableAsync(
            new(From, To, [ReportColumn.Offer], [ReportFilter.Offer(Planted.SteadyOffer)]), CancellationToken.None);

        var list = await account.Get<ConversionsClient>().ListAsync(
            new(From, To, [ReportFilter.Offer(Planted.SteadyOffer), new(ReportResource.Status, "approved")]), CancellationToken.None);

        var metrics = table.Rows.ShouldHaveSingleItem().Metrics;
        list.Rows.Count.ShouldBe((int)metrics.Conversions);
    }

    [Fact]
    public async Task An_export_has_a_header_and_a_line_per_row()
    {
        var query = new ConversionQuery(From, From, [ReportFilter.Offer(Planted.SummerPromo)]);
        var page = await account.Get<ConversionsClient>().GetPageAsync(query, 1, 50, CancellationToken.None);

        await using var file = await account.Get<ConversionsClient>()
            .ExportAsync(query, ReportFormat.Csv, ["conversion_id", "conversion_status"], CancellationToken.None);

        var lines = (await new StreamReader(file).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(page.TotalCount + 1);
    }
}
