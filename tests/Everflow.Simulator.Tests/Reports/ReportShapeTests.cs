using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Reports;

[Collection(ReadOnlyNetwork.Name)]
public sealed class ReportShapeTests(SimulatorFixture simulator)
{
    private const string Path = "/networks/reporting/entity/table";

    [Fact]
    public async Task Rows_are_nested_and_ids_are_text()
    {
        var reply = await simulator.Api.PostAsync(Path, new ReportAsk(7, 1, "offer", "country", "date") { Filters = [("offer", 1001)] }.Body());

        var row = reply["table"]![0]!;
        row["columns"]!.AsArray().Select(column => (string?)column!["column_type"]).ShouldBe(["offer", "country", "date"]);
        row["columns"]![0]!.ToJsonString().ShouldBe("""{"column_type":"offer","id":"1001","label":"Summer Promo 2024"}""");
        row["usm_columns"]!.AsArray().ShouldBeEmpty();
        row["custom_metric_columns"]!.AsArray().ShouldBeEmpty();
        row["reporting"]!.AsObject().Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task A_plain_value_is_both_id_and_label()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(1, 1, "country") { Filters = [("country", "France")] });

        rows.Single().Columns.ShouldBe([("France", "France")]);
    }

    [Theory]
    [InlineData(55, 1736722800)]
    [InlineData(80, 1736744400)]
    public async Task A_days_id_is_its_midnight_in_the_asked_time_zone(int timeZone, long midnight)
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(2, 2, "date") { TimeZone = timeZone });

        rows.Single().Columns.ShouldBe([($"{midnight}", "2025-01-13")]);
    }

    [Fact]
    public async Task A_week_begins_on_monday()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(9, 1, "week") { Filters = [("offer", 1001)] });

        rows.Select(row => row.Label).ShouldBe(["2025-01-06", "2025-01-13"]);
    }

    [Fact]
    public async Task Traffic_on_the_offers_own_destination_has_page_zero()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(30, 1, "offer_url") { Filters = [("offer", Planted.WinterCampaign)] });

        rows.Single().Columns.ShouldBe([("0", "Default")]);
    }

    [Fact]
    public async Task An_unknown_country_is_a_bucket_of_its_own()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(7, 1, "country"));

        rows.ShouldContain(row => row.Id == "" && row.Label == "" && row.Clicks > 0);
        rows.Count.ShouldBe(61);
    }

    [Fact]
    public async Task The_table_ends_at_ten_thousand_rows_and_says_so()
    {
        var reply = await simulator.Api.PostAsync(Path, new ReportAsk(60, 1, "affiliate", "offer", "date").Body());

        reply["table"]!.AsArray().Count.ShouldBe(10_000);
        ((bool)reply["incomplete_results"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_table_under_the_cap_is_complete()
    {
        var reply = await simulator.Api.PostAsync(Path, new ReportAsk(7, 1, "offer").Body());

        ((bool)reply["incomplete_results"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task The_full_report_has_table_totals_and_days()
    {
        var ask = new ReportAsk(7, 1, "offer_url") { Filters = [("offer", 1001)] };

        var reply = await simulator.Api.PostAsync("/networks/reporting/entity", ask.Body());
        var table = await simulator.Api.ReportAsync(ask);

        ReportLine.All(reply).Sum(row => row.Clicks).ShouldBe(table.Sum(row => row.Clicks));
        ((long)reply["summary"]!["total_click"]!).ShouldBe(table.Sum(row => row.Clicks));
        reply["performance"]!.AsArray().Count.ShouldBe(7);
        reply["performance"]!.AsArray().Sum(day => (long)day!["reporting"]!["cv"]!).ShouldBe(table.Sum(row => row.Conversions));
    }

    [Fact]
    public async Task The_totals_cover_what_the_cap_cuts_off()
    {
        var reply = await simulator.Api.PostAsync("/networks/reporting/entity", new ReportAsk(30, 1, "affiliate", "offer", "date").Body());

        var total = await simulator.Api.TotalAsync(new ReportAsk(30, 1));

        ((long)reply["summary"]!["total_click"]!).ShouldBe(total.Clicks);
    }

    [Fact]
    public async Task No_traffic_is_an_empty_table()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(30, 1, "offer_url") { Filters = [("offer", Planted.NoTrafficOffer)] });

        rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_keep_their_letters()
    {
        using var reply = await simulator.Api.SendAsync(
            HttpMethod.Post, "/v1" + Path, new ReportAsk(7, 1, "affiliate") { Filters = [("affiliate", Planted.AccentedNamePartner)] }.Body());

        var text = await reply.Content.ReadAsStringAsync();

        text.ShouldContain("Étoile Réseau & Söhne");
        JsonNode.Parse(text).ShouldNotBeNull();
    }
}
