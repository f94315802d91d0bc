using System.Text.Json.Nodes;
using PromptLab.Testing.Http;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.Tests.Network;

namespace PromptLab.Workflows.Tests.PerformanceSummary;

public sealed class PerformanceSummaryWorkflowTests
{
    private static readonly DateRange Week = new(new DateOnly(2025, 1, 8), new DateOnly(2025, 1, 14));

    [Fact]
    public async Task What_a_label_covers_by_advertiser_and_by_offer_is_added_up_once()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync())
            .WithReport(query => [Country("Germany", IsByOffer(query) ? 10 : 100)]);
        Label(everflow, """{"label":"Advertiser_Internal","advertiser_ids":[301],"offer_ids":[9],"affiliate_ids":[]}""");

        var summary = await SummariseAsync(everflow, Request());

        summary.Rows.ShouldHaveSingleItem().Metrics.Revenue.ShouldBe(110);
        everflow.ReportQueries().Single(IsByOffer)["query"]!["exclusions"]![0]!["filter_id_value"]!.GetValue<string>().ShouldBe("301");
    }

    [Fact]
    public async Task Without_the_label_nothing_is_filtered()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(_ => [Country("Germany", 100)]);

        await SummariseAsync(everflow, Request() with { Label = null });

        everflow.ReportQueries().ShouldHaveSingleItem()["query"]!["filters"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"label":"Advertiser_Internal","advertiser_ids":[],"offer_ids":[],"affiliate_ids":[]}""")]
    [InlineData(null)]
    public async Task A_label_that_nothing_carries_is_told(string? label)
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(_ => [Country("Germany", 100)]);
        if (label is not null)
        {
            Label(everflow, label);
        }

        var result = await everflow.PerformanceSummary.RunAsync(Request(), CancellationToken.None);

        result.ShouldBe(new PerformanceSummaryResult.LabelUnused("Advertiser_Internal"));
    }

    [Fact]
    public async Task Traffic_without_a_country_is_a_bucket_of_its_own()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync())
            .WithReport(_ => [Country("", 5), Country("Unknown", 7), Country("Germany", 100)]);

        var summary = await SummariseAsync(everflow, Request() with { Label = null });

        summary.Rows.Select(row => (row.Name, row.Metrics.Revenue)).ShouldBe([("Germany", 100m), (null, 12m)]);
    }

    [Fact]
    public async Task A_comparison_is_with_the_equally_long_period_before_and_keeps_who_vanished()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync())
            .WithReport(query => query["from"]!.GetValue<string>() == "2025-01-08" ? [Country("Germany", 100)] : [Country("Germany", 80), Country("France", 50)]);

        var summary = await SummariseAsync(everflow, Request() with { Label = null, Compare = true });

        summary.Before.ShouldBe(new DateRange(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)));
        summary.Previous!.Value.Revenue.ShouldBe(130);
        summary.Rows.Select(row => (row.Name, row.Metrics.Revenue, row.Previous!.Value.Revenue)).ShouldBe([("Germany", 100m, 80m), ("France", 0m, 50m)]);
    }

    [Fact]
    public async Task By_offer_rows_carry_the_offers_id()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(_ => [ScriptedEverflow.Row("offer", "9", "Nine", 10, 1, 5)]);

        var summary = await SummariseAsync(everflow, Request() with { Label = null, GroupBy = SummaryGrouping.Offer });

        summary.Rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Id.ShouldBe(9), row => row.Name.ShouldBe("Nine"));
    }

    [Fact]
    public async Task No_traffic_at_all_is_empty()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(_ => []);

        var result = await everflow.PerformanceSummary.RunAsync(Request() with { Label = null }, CancellationToken.None);

        result.ShouldBeOfType<PerformanceSummaryResult.Empty>();
    }

    private static PerformanceSummaryRequest Request() => new(Week, SummaryGrouping.Country, Country: null, Compare: false, "Advertiser_Internal");

    private static async Task<PerformanceSummaryResult.Summary> SummariseAsync(ScriptedEverflow everflow, PerformanceSummaryRequest request) =>
        (await everflow.PerformanceSummary.RunAsync(request, CancellationToken.None)).ShouldBeOfType<PerformanceSummaryResult.Summary>();

    private static void Label(ScriptedEverflow everflow, string label) =>
        everflow.Server.On("GET /v1/networks/labels/Advertiser_Internal", ScriptedReply.Json(label));

    private static JsonObject Country(string name, decimal revenue) => ScriptedEverflow.Row("country", name, name, 10, 1, revenue);

    private static bool IsByOffer(JsonObject query) =>
        query["query"]!["filters"]!.AsArray().Any(filter => filter!["resource_type"]!.GetValue<string>() == "offer");
}
