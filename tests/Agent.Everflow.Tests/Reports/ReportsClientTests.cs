using System.Text.Json.Nodes;
using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Reports;

public sealed class ReportsClientTests
{
    private const string Table = "POST /v1/networks/reporting/entity/table";
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Fact]
    public async Task A_query_is_sent_in_the_shape_of_the_api()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json("""{"table":[]}"""));
        var query = new ReportQuery(Monday, new(2025, 1, 12), ["offer_url", "date"], [ReportFilter.Offer(1001), ReportFilter.Country("Germany")])
        {
            Exclusions = [ReportFilter.Partner(7)],
        };

        await network.Get<ReportsClient>().GetTableAsync(query, CancellationToken.None);

        var request = network.Server.Requests.Single(request => request.Route == Table);
        request.Headers["X-Eflow-API-Key"].ToString().ShouldBe("test-key");
        request.Headers.ContentType.ToString().ShouldBe("application/json");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(
            """
            {
              "from": "2025-01-06", "to": "2025-01-12", "timezone_id": 57, "currency_id": "EUR",
              "columns": [{"column": "offer_url"}, {"column": "date"}], "usm_columns": [],
              "query": {
                "filters": [{"resource_type": "offer", "filter_id_value": "1001"}, {"resource_type": "country", "filter_id_value": "Germany"}],
                "exclusions": [{"resource_type": "affiliate", "filter_id_value": "7"}],
                "metric_filters": [], "user_metrics": [], "settings": {}
              }
            }
            """)).ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task A_row_has_its_cells_and_figures()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json(
            """
            {"table":[{"columns":[{"column_type":"affiliate","id":"37","label":"Blue Media"},{"column_type":"date","id":"1733097600"}],
              "reporting":{"imp":9,"total_click":150,"unique_click":140,"invalid_click":5,"duplicate_click":10,"gross_click":155,"cv":12,
                "invalid_cv_scrub":2,"view_through_cv":1,"total_cv":13,"event":3,"cvr":8.0,"payout":30.5,"revenue":48.25,"gross_sales":100},
              "usm_columns":[],"custom_metric_columns":[]}],"summary":{},"performance":[],"incomplete_results":false}
            """));

        var table = await network.Get<ReportsClient>().GetTableAsync(Query(ReportColumn.Partner, ReportColumn.Date), CancellationToken.None);

        table.IsComplete.ShouldBeTrue();
        var row = table.Rows.ShouldHaveSingleItem();
        row.Cell("affiliate").ShouldBe(new ReportCell("affiliate", "37", "Blue Media"));
        row.Cell("date").ShouldBe(new ReportCell("date", "1733097600", null));
        row.Cell("offer").ShouldBeNull();
        row.Metrics.ShouldBe(new ReportMetrics
        {
            Impressions = 9,
            Clicks = 150,
            UniqueClicks = 140,
            InvalidClicks = 5,
            DuplicateClicks = 10,
            GrossClicks = 155,
            Conversions = 12,
            ScrubbedConversions = 2,
            ViewThroughConversions = 1,
            TotalConversions = 13,
            Events = 3,
            Payout = 30.5m,
            Revenue = 48.25m,
            GrossSales = 100,
        });
        row.Metrics.Profit.ShouldBe(17.75m);
    }

    [Fact]
    public async Task Numbers_may_be_null_missing_text_or_fractions_and_ids_may_be_numbers()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json(
            """{"table":[{"columns":[{"column_type":"offer","id":883,"label":null}],"reporting":{"imp":null,"total_click":"150","cv":12.0,"payout":"30.50","revenue":null,"gross_sales":""}}]}"""));

        var table = await network.Get<ReportsClient>().GetTableAsync(Query(ReportColumn.Offer), CancellationToken.None);

        var row = table.Rows.ShouldHaveSingleItem();
        row.Cells.ShouldBe([new ReportCell("offer", "883", null)]);
        row.Metrics.ShouldBe(new ReportMetrics { Clicks = 150, Conversions = 12, Payout = 30.5m });
    }

    [Theory]
    [InlineData("""{"rows":[]}""")]
    [InlineData("""{"Error":"try again"}""")]
    [InlineData("""{"table":null}""")]
    [InlineData("""{"table":[null]}""")]
    [InlineData("""{"table":[{"columns":[]}]}""")]
    [InlineData("""{"table":[{"columns":[null],"reporting":{}}]}""")]
    [InlineData("""{"table":[{"columns":[],"reporting":{"cv":"many"}}]}""")]
    [InlineData("""{"table":[{"columns":[],"reporting":{"cv":{}}}]}""")]
    [InlineData("""{"table":[""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    public async Task A_reply_without_a_whole_table_is_malformed(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json(reply));

        var ask = () => network.Get<ReportsClient>().GetTableAsync(Query(ReportColumn.Offer), CancellationToken.None);

        var failure = await ask.ShouldThrowAsync<EverflowException>();
        failure.Kind.ShouldBe(EverflowFailure.MalformedReply);
        failure.Operation.ShouldBe("reports.table");
    }

    [Fact]
    public async Task The_time_zone_is_looked_up_once()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json("""{"table":[]}"""));
        var reports = network.Get<ReportsClient>();

        await reports.GetTableAsync(Query(ReportColumn.Offer), CancellationToken.None);
        await reports.GetTableAsync(Query(ReportColumn.Partner), CancellationToken.None);

        network.Server.Requests.Count(request => request.Route == "GET /v1/meta/timezones").ShouldBe(1);
    }

    public static TheoryData<ReportQuery> QueriesThatTheApiRefusesOrMisreads => new()
    {
        new ReportQuery(Monday, Monday.AddDays(-1), ["offer"], []),
        new ReportQuery(Monday, Monday.AddDays(730), ["offer"], []),
        new ReportQuery(Monday, Monday, [], []),
        new ReportQuery(Monday, Monday, [.. Enumerable.Range(1, 11).Select(n => $"adv{n}")], []),
        new ReportQuery(Monday, Monday, ["date", "hour"], []),
        new ReportQuery(Monday, Monday, ["offer", "offer"], []),
        new ReportQuery(Monday, Monday, ["Offer"], []),
        new ReportQuery(Monday, Monday, [""], []),
        new ReportQuery(Monday, Monday, ["offer"], [new("", "1")]),
        new ReportQuery(Monday, Monday, ["offer"], [new("offer id", "1")]),
        new ReportQuery(Monday, Monday, ["offer"], [new("offer", " ")]),
        new ReportQuery(Monday, Monday, ["offer"], []) { Exclusions = [new("offer", "")] },
    };

    [Theory]
    [MemberData(nameof(QueriesThatTheApiRefusesOrMisreads), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_query_is_not_sent(ReportQuery query)
    {
        await using var network = await Network.StartAsync();

        var ask = () => network.Get<ReportsClient>().GetTableAsync(query, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.BadRequest);
        network.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_of_365_days_and_ten_columns_are_allowed()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json("""{"table":[]}"""));
        string[] columns = ["date", "offer", "affiliate", "country", "sub1", "sub2", "sub3", "sub4", "sub5", "source_id"];

        var table = await network.Get<ReportsClient>().GetTableAsync(
            new(Monday, Monday.AddDays(364), columns, [ReportFilter.Label("Advertiser_Internal"), ReportFilter.Advertiser(3)]), CancellationToken.None);

        table.Rows.ShouldBeEmpty();
        table.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData(ReportFormat.Csv, "csv")]
    [InlineData(ReportFormat.Json, "json")]
    public async Task An_export_is_the_file_itself(ReportFormat format, string name)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table + "/export", new ScriptedReply(200, "network_offer_id,offer_name\n1001,Summer\n") { ContentType = "text/csv" });

        await using var file = await network.Get<ReportsClient>().ExportTableAsync(Query(ReportColumn.Offer), format, CancellationToken.None);

        (await new StreamReader(file).ReadToEndAsync()).ShouldBe("network_offer_id,offer_name\n1001,Summer\n");
        JsonNode.Parse(network.Server.Requests[^1].Body)!["format"]!.GetValue<string>().ShouldBe(name);
    }

    private static ReportQuery Query(params string[] columns) => new(Monday, Monday, columns, []);
}
