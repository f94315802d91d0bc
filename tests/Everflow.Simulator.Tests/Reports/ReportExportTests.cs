using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Reports;

[Collection(ReadOnlyNetwork.Name)]
public sealed class ReportExportTests(SimulatorFixture simulator)
{
    private const string Path = "/v1/networks/reporting/entity/table/export";

    [Fact]
    public async Task A_csv_export_is_the_file_itself_and_equals_the_table()
    {
        var ask = new ReportAsk(7, 1, "offer", "date") { Filters = [("offer", 1001)] };

        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(ask, "csv"));
        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var table = await simulator.Api.ReportAsync(ask);

        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        reply.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("report_20250108_20250114.csv");
        lines[0].ShouldStartWith("network_offer_id,offer_name,date,impressions,gross_clicks,total_clicks");
        lines.Length.ShouldBe(8);
        lines.Skip(1).Sum(line => long.Parse(line.Split(',')[5], CultureInfo.InvariantCulture)).ShouldBe(table.Sum(row => row.Clicks));
    }

    [Fact]
    public async Task A_json_export_has_one_object_per_line()
    {
        var ask = new ReportAsk(7, 1, "affiliate", "sub1") { Filters = [("affiliate", Planted.HostileSubsPartner)] };

        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(ask, "json"));
        var rows = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        var table = await simulator.Api.ReportAsync(ask);

        reply.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldEndWith(".json");
        rows.Sum(row => (decimal)row["revenue"]!).ShouldBe(table.Sum(row => row.Revenue));
        rows.Select(row => (string?)row["sub1"]).ShouldBe(table.Select(row => row.Columns[1].Id));
        rows.ShouldAllBe(row => (string?)row["affiliate_name"] == "Zincwell Push");
    }

    [Fact]
    public async Task Cells_with_commas_and_quotes_are_quoted_and_formulas_come_through()
    {
        var ask = new ReportAsk(7, 1, "sub1") { Filters = [("affiliate", Planted.HostileSubsPartner)] };

        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(ask, "csv"));
        var text = await reply.Content.ReadAsStringAsync();

        text.ShouldContain("\"blue, \"\"wide\"\" banner\",");
        text.ShouldContain("\n-2+3,");
    }

    [Fact]
    public async Task An_empty_export_is_an_empty_file()
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(new ReportAsk(7, 1, "offer") { Filters = [("offer", Planted.NoTrafficOffer)] }, "csv"));

        (await reply.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_format_is_required()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, "/networks/reporting/entity/table/export", new ReportAsk(7, 1, "offer").Body());

        refusal.ShouldBe((HttpStatusCode.BadRequest, "format must be csv or json"));
    }

    private static Dictionary<string, object> Body(ReportAsk ask, string format)
    {
        var body = ask.Body();
        body["format"] = format;
        return body;
    }
}
