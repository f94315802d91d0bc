using PromptLab.Everflow.Conversions;

namespace PromptLab.Everflow.Tests.Conversions;

public sealed class ConversionReadingTests
{
    private const string Rows = "POST /v1/networks/reporting/conversions";
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Fact]
    public async Task All_pages_of_a_day_are_read()
    {
        var list = await ReadAsync(new LiveConversions().Add(Monday, 25), days: 1);

        list.IsComplete.ShouldBeTrue();
        list.Rows.Select(row => row.Id).Distinct().Count().ShouldBe(25);
        list.Rows.Count.ShouldBe(25);
    }

    [Fact]
    public async Task A_long_report_is_read_day_by_day()
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 10);
        network.Server.On(Rows, new LiveConversions().Add(Monday, 12).Add(Monday.AddDays(2), 3).Answer);

        var batches = await network.Get<ConversionsClient>()
            .ReadAsync(new(Monday, Monday.AddDays(2), []), CancellationToken.None).ToListAsync();

        batches.Select(batch => (batch.From, batch.To, batch.Rows.Count, batch.IsComplete)).ShouldBe(
        [
            (Monday, Monday, 12, true),
            (Monday.AddDays(1), Monday.AddDays(1), 0, true),
            (Monday.AddDays(2), Monday.AddDays(2), 3, true),
        ]);
    }

    [Fact]
    public async Task A_report_of_one_page_is_one_request()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows, new LiveConversions().Add(Monday, 4).Add(Monday.AddDays(1), 3).Answer);

        var list = await network.Get<ConversionsClient>().ListAsync(new(Monday, Monday.AddDays(6), []), CancellationToken.None);

        list.Rows.Count.ShouldBe(7);
        network.Server.Requests.Count(request => request.Route == Rows).ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_slipped_between_two_pages_is_found_by_reading_again()
    {
        var live = new LiveConversions
        {
            // The second request sees the rows moved by one: the tenth comes again, the last is pushed out of sight.
            Order = (request, ids) => request == 2 ? ids.Take(9).Prepend("0123456789abcdef0123456789abcdef").Concat(ids.Skip(9)) : ids,
        };

        var list = await ReadAsync(live.Add(Monday, 20), days: 1);

        list.IsComplete.ShouldBeTrue();
        list.Rows.Select(row => row.Id).ShouldContain($"{19:x32}");
        list.Rows.Select(row => row.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_total_that_grows_while_pages_are_read_is_followed()
    {
        var live = new LiveConversions { Total = (request, rows) => request == 1 ? rows - 5 : rows };

        var list = await ReadAsync(live.Add(Monday, 20), days: 1);

        list.IsComplete.ShouldBeTrue();
        list.Rows.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Rows_that_never_show_are_reported_as_missing()
    {
        var live = new LiveConversions { Total = (_, rows) => rows + 3 };

        var list = await ReadAsync(live.Add(Monday, 15), days: 1);

        list.IsComplete.ShouldBeFalse();
        list.Rows.Count.ShouldBe(15);
    }

    private static async Task<ConversionList> ReadAsync(LiveConversions live, int days)
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 10);
        network.Server.On(Rows, live.Answer);
        return await network.Get<ConversionsClient>().ListAsync(new(Monday, Monday.AddDays(days - 1), []), CancellationToken.None);
    }
}
