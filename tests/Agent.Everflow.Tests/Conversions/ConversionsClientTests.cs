using System.Text.Json.Nodes;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Conversions;

public sealed class ConversionsClientTests
{
    private const string Rows = "POST /v1/networks/reporting/conversions";
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Fact]
    public async Task A_page_is_asked_in_the_query_string_and_the_conditions_in_the_body()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows, ScriptedReply.Json("""{"conversions":[],"paging":{"page":3,"page_size":50,"total_count":101}}"""));
        var query = new ConversionQuery(Monday, Monday, [new(ReportResource.Status, "rejected")]) { OnlyScrubbed = true, ShowEvents = true };

        var page = await network.Get<ConversionsClient>().GetPageAsync(query, 3, 50, CancellationToken.None);

        page.ShouldSatisfyAllConditions(
            () => page.Page.ShouldBe(3),
            () => page.PageSize.ShouldBe(50),
            () => page.TotalCount.ShouldBe(101));
        network.Server.Requests[^1].Query.ShouldBe("?page=3&page_size=50");
        JsonNode.DeepEquals(JsonNode.Parse(network.Server.Requests[^1].Body), JsonNode.Parse(
            """
            {
              "from": "2025-01-06", "to": "2025-01-06", "timezone_id": 57, "currency_id": "EUR",
              "show_conversions": true, "show_events": true,
              "show_only_vt": false, "show_only_ct": false, "show_only_scrub": true, "show_only_fail_traffic": false,
              "query": {"filters": [{"resource_type": "status", "filter_id_value": "rejected"}], "search_terms": []}
            }
            """)).ShouldBeTrue(network.Server.Requests[^1].Body);
    }

    [Fact]
    public async Task A_row_is_flattened()
    {
        var row = await OneAsync(
            """
            {"conversion_id":"0fbd4d7a6ac04d08a2b9c2ac2ca6a4d1","conversion_unix_timestamp":1736150425,"click_unix_timestamp":1736150400,
             "transaction_id":"5d2c","status":"rejected","is_scrub":true,"error_code":1,"error_message":"Throttled","event":"Base","is_event":false,
             "is_view_through":0,"payout_type":"cpa","revenue_type":"rpa","payout":2.5,"revenue":"4.00","sale_amount":null,"currency_id":"EUR",
             "sub1":"a","sub2":12,"sub5":"e","source_id":"src","session_user_ip":"192.0.2.1","conversion_user_ip":"192.0.2.2","country":"Germany",
             "relationship":{"offer":{"network_offer_id":1001,"name":"Summer"},"affiliate":{"network_affiliate_id":12345,"name":"Premium"},
               "advertiser":{"network_advertiser_id":7,"name":"Own"},"offer_url":{"network_offer_url_id":5001,"name":"LP"},"events_count":[]}}
            """);

        row.Id.ShouldBe("0fbd4d7a6ac04d08a2b9c2ac2ca6a4d1");
        row.ConvertedAt.ShouldBe(new DateTimeOffset(2025, 1, 6, 8, 0, 25, TimeSpan.Zero));
        row.ClickToConversion.ShouldBe(TimeSpan.FromSeconds(25));
        row.Status.ShouldBe(ConversionStatus.Rejected);
        (row.IsScrubbed, row.ErrorCode, row.IsViewThrough).ShouldBe((true, 1, false));
        (row.Payout, row.Revenue, row.SaleAmount).ShouldBe((2.5m, 4m, 0m));
        row.Subs.ShouldBe(["a", "12", "", "", "e"]);
        (row.OfferId, row.PartnerId, row.AdvertiserId, row.LandingPageId).ShouldBe((1001, 12345, 7, 5001));
        (row.OfferName, row.PartnerName, row.AdvertiserName, row.LandingPageName).ShouldBe(("Summer", "Premium", "Own", "LP"));
        (row.ClickIp, row.ConversionIp, row.Country).ShouldBe(("192.0.2.1", "192.0.2.2", "Germany"));
    }

    [Theory]
    [InlineData("approved", ConversionStatus.Approved)]
    [InlineData("pending", ConversionStatus.Pending)]
    [InlineData("invalid", ConversionStatus.Invalid)]
    [InlineData("quarantined", ConversionStatus.Unknown)]
    public async Task A_status_is_read_or_unknown(string status, ConversionStatus expected)
    {
        var row = await OneAsync($$"""{"conversion_id":"1","conversion_unix_timestamp":"1736150425","status":"{{status}}","relationship":null}""");

        row.Status.ShouldBe(expected);
        row.ClickToConversion.ShouldBeNull();
        row.LandingPageId.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"paging":{}}""")]
    [InlineData("""{"conversions":[{"conversion_unix_timestamp":1736150425}]}""")]
    [InlineData("""{"conversions":[{"conversion_id":"1"}]}""")]
    public async Task Rows_without_an_identity_or_a_time_are_malformed(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows, ScriptedReply.Json(reply));

        var ask = () => network.Get<ConversionsClient>().GetPageAsync(new(Monday, Monday, []), 1, 50, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 0)]
    [InlineData(1, 2001)]
    public async Task A_page_that_the_api_does_not_have_is_not_asked(int page, int pageSize)
    {
        await using var network = await Network.StartAsync();

        var ask = () => network.Get<ConversionsClient>().GetPageAsync(new(Monday, Monday, []), page, pageSize, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.BadRequest);
        network.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_shows_nothing_is_not_asked()
    {
        await using var network = await Network.StartAsync();

        var ask = () => network.Get<ConversionsClient>()
            .GetSummaryAsync(new(Monday, Monday, []) { ShowConversions = false }, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.BadRequest);
    }

    [Fact]
    public async Task The_summary_splits_the_rejected_ones()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows + "/summary", ScriptedReply.Json(
            """
            {"total":21,"pending":1,"approved":10,"invalid":2,"rejected_scrub":5,"rejected_manual":3,"payout":12.5,"revenue":20,
             "gross_sales":null,"has_multi_currencies":true,"avg_click_to_cv_time":90.5}
            """));

        var summary = await network.Get<ConversionsClient>().GetSummaryAsync(new(Monday, Monday, []), CancellationToken.None);

        summary.ShouldBe(new ConversionSummary(21, 1, 10, 2, 5, 3, 12.5m, 20, 0, true, TimeSpan.FromSeconds(90.5)));
    }

    [Fact]
    public async Task An_export_names_its_format_and_columns()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows + "/export", new ScriptedReply(200, "conversion_id,status\n1,approved\n") { ContentType = "text/csv" });

        await using var file = await network.Get<ConversionsClient>()
            .ExportAsync(new(Monday, Monday, []), ReportFormat.Csv, ["conversion_id", "status"], CancellationToken.None);

        (await new StreamReader(file).ReadToEndAsync()).ShouldBe("conversion_id,status\n1,approved\n");
        var body = JsonNode.Parse(network.Server.Requests[^1].Body)!;
        body["format"]!.GetValue<string>().ShouldBe("csv");
        body["columns"]!.AsArray().Select(column => column!.GetValue<string>()).ShouldBe(["conversion_id", "status"]);
    }

    private static async Task<Conversion> OneAsync(string row)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Rows, ScriptedReply.Json($$$"""{"conversions":[{{{row}}}],"paging":{"page":1,"page_size":50,"total_count":1}}"""));
        var page = await network.Get<ConversionsClient>().GetPageAsync(new(Monday, Monday, []), 1, 50, CancellationToken.None);
        return page.Rows.ShouldHaveSingleItem();
    }
}
