using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Tests.Exports;

[Collection(SharedNetwork.Name)]
public sealed class AggregatedExportTests(SimulatedNetworkFixture network)
{
    [Fact]
    public async Task Stats_add_up_to_the_networks_own_report()
    {
        var file = await network.ExportAsync("""{"report_type":"stats","date_range":"last 7 days"}""");

        var offers = await network.ReportAsync("2025-01-08", "2025-01-14", "offer");
        file.Header.ShouldBe(
            ["offer_id", "offer", "partner_id", "partner", "country", "clicks", "conversions", "cvr_percent", "payout", "revenue", "profit", "epc", "currency"]);
        file.Sum("clicks").ShouldBe(offers.Sum(row => row["reporting"]!["total_click"]!.GetValue<long>()));
        file.Sum("conversions").ShouldBe(offers.Sum(row => row["reporting"]!["cv"]!.GetValue<long>()));
        file.Sum("revenue").ShouldBe(offers.Sum(row => row["reporting"]!["revenue"]!.GetValue<decimal>()));
        file.Sum("profit").ShouldBe(file.Sum("revenue") - file.Sum("payout"));
    }

    [Fact]
    public async Task A_leap_year_beyond_ten_thousand_rows_is_complete_and_has_each_group_once()
    {
        var file = await network.ExportAsync(
            """{"report_type":"stats","date_range":"2024-01-15 to 2025-01-14","columns":["offer","landing_page","partner","country","sub2","clicks"]}""");

        var first = await network.ReportAsync("2024-01-15", "2024-12-31", "affiliate");
        var second = await network.ReportAsync("2025-01-01", "2025-01-14", "affiliate");
        file.Rows.Count.ShouldBeGreaterThan(10_000);
        file.Rows.Select(row => string.Join('|', row.Take(8))).Distinct().Count().ShouldBe(file.Rows.Count);
        file.Sum("clicks").ShouldBe(first.Concat(second).Sum(row => row["reporting"]!["total_click"]!.GetValue<long>()));
        file.Export.Note.ShouldBeNull();
    }

    [Fact]
    public async Task Days_beyond_ten_thousand_rows_are_complete()
    {
        var file = await network.ExportAsync(
            """{"report_type":"stats","date_range":"last 7 days","columns":["date","offer","partner","country","clicks"]}""");

        var days = await network.ReportAsync("2025-01-08", "2025-01-14", "date");
        file.Rows.Count.ShouldBeGreaterThan(10_000);
        file.Sum("clicks").ShouldBe(days.Sum(row => row["reporting"]!["total_click"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Groups_and_figures_are_those_asked_for()
    {
        var file = await network.ExportAsync("""{"report_type":"stats","date_range":"last 3 days","columns":["date","revenue","sub1","order_id"],"country":"Germany"}""");

        file.Header.ShouldBe(["date", "revenue", "sub1", "currency"]);
        file.Column("date").Distinct().ShouldBe(["2025-01-12", "2025-01-13", "2025-01-14"], ignoreOrder: true);
    }

    [Fact]
    public async Task Variance_has_partners_with_their_offers_below_and_changes_against_the_days_before()
    {
        var file = await network.ExportAsync("""{"report_type":"variance","date_range":"last 7 days"}""");

        var now = await RevenueAsync("2025-01-08", "2025-01-14");
        var before = await RevenueAsync("2025-01-01", "2025-01-07");
        var parents = file.Rows.Where(row => row[0] == "partner").ToArray();
        var revenue = file.Header.ToList().IndexOf("revenue");
        foreach (var parent in parents)
        {
            var (was, isNow) = (before.GetValueOrDefault(parent[1]), now.GetValueOrDefault(parent[1]));
            Number(parent[revenue]).ShouldBe(isNow);
            Number(parent[revenue + 1]).ShouldBe(was);
            Number(parent[revenue + 2]).ShouldBe(isNow - was);
            parent[revenue + 3].ShouldBe(was == 0 ? "" : ((isNow - was) / was * 100).ToString("0.####", CultureInfo.InvariantCulture));
        }

        parents.Select(parent => Math.Abs(Number(parent[revenue + 2]))).ShouldBeInOrder(SortDirection.Descending);
        file.Export.Note.ShouldBe("Compared with 2025-01-01 – 2025-01-07.");
    }

    [Fact]
    public async Task A_parents_figures_are_the_sum_of_its_children_which_follow_it()
    {
        var file = await network.ExportAsync("""{"report_type":"variance","date_range":"yesterday","columns":["clicks"]}""");

        var sums = new Dictionary<string, decimal>();
        var parent = "";
        foreach (var row in file.Rows)
        {
            parent = row[0] == "partner" ? row[1] : parent;
            row[1].ShouldBe(parent);
            sums[parent] = sums.GetValueOrDefault(parent) + (row[0] == "partner" ? -1 : 1) * Number(row[5]);
        }

        file.Header[5].ShouldBe("clicks");
        sums.Values.ShouldAllBe(difference => difference == 0);
    }

    [Theory]
    [InlineData("offer", "offer_id")]
    [InlineData("partner", "partner_id")]
    public async Task Variance_of_one_level_has_no_other(string column, string header)
    {
        var file = await network.ExportAsync($$"""{"report_type":"variance","date_range":"yesterday","columns":["{{column}}","revenue"]}""");

        file.Header.Take(3).ShouldBe(["level", header, column]);
        file.Column("level").Distinct().ShouldBe([column]);
        file.Header.Count.ShouldBe(8);
    }

    [Fact]
    public async Task The_manifest_tells_what_the_file_holds()
    {
        var file = await network.ExportAsync("""{"report_type":"stats","date_range":"yesterday","offer":"1001"}""");

        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(network.Services.GetRequiredService<ExportFolder>().Manifest(file.Export.Id)));
        var root = manifest.RootElement;
        root.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)));
        root.GetProperty("bytes").GetInt64().ShouldBe(file.Bytes.Length);
        root.GetProperty("rows").GetInt32().ShouldBe(file.Rows.Count);
        root.GetProperty("file").GetString().ShouldBe("stats-report_2025-01-14_2025-01-14_offer-1001.csv");
        root.GetProperty("source_totals").GetProperty("revenue").GetDecimal().ShouldBe(file.Sum("revenue"));
        file.Export.Sha256.ShouldBe(root.GetProperty("sha256").GetString());
    }

    private async Task<Dictionary<string, decimal>> RevenueAsync(string from, string to) =>
        (await network.ReportAsync(from, to, "affiliate")).ToDictionary(
            row => row["columns"]![0]!["id"]!.GetValue<string>(), row => row["reporting"]!["revenue"]!.GetValue<decimal>());

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);
}
