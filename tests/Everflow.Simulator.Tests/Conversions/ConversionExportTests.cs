using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Conversions;

[Collection(ReadOnlyNetwork.Name)]
public sealed class ConversionExportTests(SimulatorFixture simulator)
{
    private const string Path = "/v1/networks/reporting/conversions/export";
    private static readonly ConversionAsk Ask = new(3, 1) { Filters = [("offer", 1001)] };

    [Fact]
    public async Task A_csv_export_has_every_column_and_every_row()
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(Ask, "csv"));

        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = await simulator.Api.ConversionsAsync(Ask);
        reply.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("conversions_20250112_20250114.csv");
        lines[0].ShouldStartWith("conversion_status,date,click_date,delta_hours,network_offer_id,network_offer_name");
        lines[0].Split(',').Length.ShouldBe(103);
        lines.Length.ShouldBe(rows.Count + 1);
        lines.Skip(1).Sum(line => decimal.Parse(line.Split(',')[9], CultureInfo.InvariantCulture)).ShouldBe(rows.Sum(row => (decimal)row["payout"]!));
    }

    [Fact]
    public async Task Only_the_asked_columns_come_in_their_order()
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(Ask, "csv", "sub1", "payout", "unheard_of", "country_code"));

        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n');
        lines[0].ShouldBe("sub1,payout,country_code");
    }

    [Fact]
    public async Task Json_has_one_object_per_line_with_local_times()
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, Path, Body(Ask with { TimeZone = 80 }, "json", "conversion_id", "date", "delta_hours"));

        var rows = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var first = await simulator.Api.GetAsync($"/networks/reporting/conversions/{rows[0]["conversion_id"]}");
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)first["conversion_unix_timestamp"]!), newYork);
        ((string?)rows[0]["date"]).ShouldBe(local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        rows.ShouldAllBe(row => (decimal)row["delta_hours"]! > 0);
        rows.ShouldAllBe(row => string.CompareOrdinal((string?)row["date"], "2025-01-12") > 0 && string.CompareOrdinal((string?)row["date"], "2025-01-15") < 0);
    }

    private static Dictionary<string, object> Body(ConversionAsk ask, string format, params string[] columns)
    {
        var body = ask.Body();
        body["format"] = format;
        if (columns.Length > 0) body["columns"] = columns;
        return body;
    }
}
