using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Simulator;

namespace PromptLab.Plugins.Tests.Exports;

[Collection(SharedNetwork.Name)]
public sealed class FraudExportTests(SimulatedNetworkFixture network)
{
    private const string LastWeek = """{"report_type":"fraud","date_range":"last 7 days","partner":"180"}""";

    private static readonly (string, string)[] Refused = [("affiliate", "180"), ("status", "rejected"), ("status", "invalid")];

    [Fact]
    public async Task The_fraudulent_partners_rows_are_those_of_the_api()
    {
        var file = await network.ExportAsync(LastWeek);

        var page = await network.ConversionsAsync("?page=1&page_size=2000", "2025-01-08", "2025-01-14", filters: Refused);
        var ids = page["conversions"]!.AsArray().Select(row => row!["conversion_id"]!.GetValue<string>());
        file.Rows.Count.ShouldBeGreaterThan(20);
        file.Column("conversion_id").ShouldBe(ids, ignoreOrder: true);
        file.Export.Rows.ShouldBe(page["paging"]!["total_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_sums_are_those_of_the_api()
    {
        var file = await network.ExportAsync("""{"report_type":"fraud","date_range":"last week"}""");

        var refused = await network.ConversionsAsync("/summary", "2025-01-08", "2025-01-14", filters: [("status", "rejected"), ("status", "invalid")]);
        file.Export.Rows.ShouldBe(refused["total"]!.GetValue<int>());
        file.Sum("payout").ShouldBe(refused["payout"]!.GetValue<decimal>());
        file.Sum("revenue").ShouldBe(refused["revenue"]!.GetValue<decimal>());
        file.Column("status").Distinct().ShouldBe(["rejected", "invalid"], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_row_says_why_it_is_there()
    {
        var file = await network.ExportAsync(LastWeek);

        var page = await network.ConversionsAsync("?page=1&page_size=2000", "2025-01-08", "2025-01-14", filters: Refused);
        var rows = page["conversions"]!.AsArray().ToDictionary(row => row!["conversion_id"]!.GetValue<string>(), row => row!.AsObject());
        var addresses = rows.Values.CountBy(Address).ToDictionary();
        foreach (var (id, reason) in file.Column("conversion_id").Zip(file.Column("reason")))
        {
            reason.ShouldBe(Reason(rows[id], addresses[Address(rows[id])] - 1));
        }
    }

    [Fact]
    public async Task Click_to_conversion_is_in_whole_seconds_as_the_api_has_them()
    {
        var file = await network.ExportAsync(LastWeek);

        var page = await network.ConversionsAsync("?page=1&page_size=2000", "2025-01-08", "2025-01-14", filters: Refused);
        var seconds = page["conversions"]!.AsArray().ToDictionary(row => row!["conversion_id"]!.GetValue<string>(), row => Seconds(row!.AsObject()));
        file.Column("click_to_conversion_seconds").Select(cell => long.Parse(cell, CultureInfo.InvariantCulture))
            .ShouldBe(file.Column("conversion_id").Select(id => seconds[id]));
    }

    [Fact]
    public async Task Columns_that_were_asked_for_still_come_with_the_reason()
    {
        var file = await network.ExportAsync("""{"report_type":"fraud","date_range":"yesterday","columns":["error_code","partner"]}""");

        file.Header.ShouldBe(["error_code", "partner_id", "partner", "ip_shared_with", "reason"]);
    }

    [Fact]
    public async Task A_period_without_fraud_is_a_file_and_says_so()
    {
        var answer = await network.Tools.AnswerAsync(
            "export_report", $$"""{"report_type":"fraud","date_range":"yesterday","offer":"{{Planted.NoTrafficOffer}}"}""");

        var file = await ExportedFile.ReadAsync(network.Services, answer);
        answer.Markdown.ShouldContain("No fraud found in this period.");
        file.Rows.ShouldBeEmpty();
        file.Header.ShouldContain("reason");
        answer.Cards.ShouldHaveSingleItem().Data["rows"]!.GetValue<int>().ShouldBe(0);
    }

    private static string Address(JsonObject row) => row["session_user_ip"]!.GetValue<string>();

    private static long Seconds(JsonObject row) => row["conversion_unix_timestamp"]!.GetValue<long>() - row["click_unix_timestamp"]!.GetValue<long>();

    private static string Reason(JsonObject row, int shared)
    {
        var verdict = row["is_scrub"]!.GetValue<bool>() ? "throttled by the offer's rule (rejected)" : row["status"]!.GetValue<string>();
        var reason = $"{verdict}: {row["error_message"]} (error {row["error_code"]})";
        var fast = Seconds(row) < 15 ? $"; converted {Seconds(row)} s after the click" : "";
        return reason + fast + (shared == 0 ? "" : $"; click address shared with {shared} other {(shared == 1 ? "row" : "rows")} of this report");
    }
}
