using System.Net;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Reports;

[Collection(ReadOnlyNetwork.Name)]
public sealed class ReportRequestTests(SimulatorFixture simulator)
{
    private const string Path = "/networks/reporting/entity/table";

    [Theory]
    [InlineData("goal")]
    [InlineData("conversion_event")]
    [InlineData("offers")]
    [InlineData("none")]
    public async Task An_unknown_column_is_refused(string column)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new ReportAsk(7, 1, "offer", column).Body());

        refusal.ShouldBe((HttpStatusCode.BadRequest, $"invalid column: {column}"));
    }

    [Fact]
    public async Task The_event_column_is_silently_dropped()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(1, 1, "event", "country_code"));

        rows[0].Columns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_time_columns_are_refused()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new ReportAsk(7, 1, "date", "hour").Body());

        refusal.Error.ShouldBe("only one time column is allowed");
    }

    [Fact]
    public async Task More_than_ten_columns_are_refused()
    {
        var refusal = await simulator.Api.RefusalAsync(
            HttpMethod.Post, Path, new ReportAsk(7, 1, "offer", "affiliate", "country", "city", "isp", "browser", "sub1", "sub2", "sub3", "sub4", "sub5").Body());

        refusal.Error.ShouldBe("at most 10 columns are allowed");
    }

    [Fact]
    public async Task Columns_must_be_objects()
    {
        var body = new ReportAsk(7, 1).Body();
        body["columns"] = new[] { "offer" };

        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, body);

        refusal.Error.ShouldBe("at least one column is required");
    }

    [Theory]
    [InlineData(365, 1, true)]
    [InlineData(366, 1, false)]
    public async Task A_range_of_more_than_a_year_is_refused(int from, int to, bool isAllowed)
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, "/v1" + Path, new ReportAsk(from, to, "month") { Filters = [("offer", 1001)] }.Body());

        reply.StatusCode.ShouldBe(isAllowed ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("from", "yesterday", "from must be a date as YYYY-MM-DD")]
    [InlineData("to", "2020-01-01", "to must not be before from")]
    [InlineData("timezone_id", 4, "timezone_id is not a known time zone")]
    [InlineData("timezone_id", "", "timezone_id is required")]
    [InlineData("currency_id", "", "currency_id is required")]
    [InlineData("currency_id", "XYZ", "currency_id is not a known currency")]
    public async Task A_bad_parameter_is_named(string name, object value, string error)
    {
        var body = new ReportAsk(7, 1, "offer").Body();
        body[name] = value;

        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, body);

        refusal.ShouldBe((HttpStatusCode.BadRequest, error));
    }

    [Fact]
    public async Task Malformed_and_unknown_filters_are_silently_ignored()
    {
        var body = new ReportAsk(7, 1).Body();
        body["query"] = new { filters = new object[] { new { advertiser_id = 1 }, new { resource_type = "source", filter_id_value = "x" }, new { filter_type = "is_fraud" }, "text" } };

        var filtered = await simulator.Api.PostAsync("/networks/reporting/entity/summary", body);
        var all = await simulator.Api.TotalAsync(new ReportAsk(7, 1));

        ((long)filtered["total_click"]!).ShouldBe(all.Clicks);
    }

    [Fact]
    public async Task The_country_filter_wants_the_name_and_not_the_code()
    {
        var byName = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "country") { Filters = [("country", "Germany")] });
        var byCode = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "country") { Filters = [("country", "DE")] });

        byName.Single().Label.ShouldBe("Germany");
        byCode.ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_of_one_filter_are_alternatives_and_filters_must_all_hold()
    {
        var rows = await simulator.Api.ReportAsync(
            new ReportAsk(7, 1, "offer", "country") { Filters = [("offer", 1001), ("offer", 1002), ("country", "Germany"), ("country", "France")] });

        rows.Select(row => (row.Columns[0].Id, row.Columns[1].Id)).ShouldBe([("1001", "Germany"), ("1001", "France"), ("1002", "Germany"), ("1002", "France")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_label_filter_finds_the_advertisers_offers()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "advertiser") { Filters = [("label", "Advertiser_Internal")] });

        rows.Single().Id.ShouldBe($"{Planted.InternalAdvertiser}");
    }

    [Fact]
    public async Task An_excluded_label_takes_its_advertiser_out()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "advertiser") { Exclusions = [("label", "Advertiser_Internal")] });

        rows.Select(row => row.Id).ShouldNotContain($"{Planted.InternalAdvertiser}");
        rows.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task A_filter_value_may_be_a_number()
    {
        var body = new ReportAsk(7, 1, "affiliate").Body();
        body["query"] = new { filters = new[] { new { resource_type = "affiliate", filter_id_value = 12345 } } };

        var rows = ReportLine.All(await simulator.Api.PostAsync(Path, body));

        rows.Single().Label.ShouldBe("Premium Traffic Partners");
    }
}
