using System.Text.Json.Nodes;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;

namespace PromptLab.Plugins.Tests.PerformanceSummary;

[Collection(SharedNetwork.Name)]
public sealed class PerformanceSummaryToolTests(SimulatedNetworkFixture network)
{
    private const string Tool = "performance_summary";

    [Fact]
    public async Task It_covers_what_carries_the_label_and_equals_the_networks_own_report()
    {
        var answer = await network.Tools.AnswerAsync(Tool, "{}");
        var report = await network.ReportAsync("2025-01-08", "2025-01-14", "country", ("advertiser", $"{Planted.InternalAdvertiser}"));

        var revenue = report.Sum(row => row["reporting"]!["revenue"]!.GetValue<decimal>());
        answer.Markdown.ShouldContain($"**Totals:** revenue {revenue.ToString("N2", System.Globalization.CultureInfo.InvariantCulture)} EUR");
        answer.Markdown.ShouldContain("label Advertiser\\_Internal");
    }

    [Fact]
    public async Task Five_rows_with_share_are_listed_and_the_rest_is_summed_up()
    {
        var answer = await network.Tools.AnswerAsync(Tool, "{}");

        var rows = answer.Cards[0].Data["rows"]!.AsArray();
        rows.Count.ShouldBe(5);
        rows.Sum(row => row![2]!.GetValue<decimal>()).ShouldBeInRange(10, 100);
        answer.Markdown.ShouldContain("more countries bring");
        answer.Markdown.ShouldContain("Insight:");
    }

    [Fact]
    public async Task A_comparison_gives_signed_changes_for_totals_and_rows_and_names_what_moved_most()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"group_by":"offer","compare":true}""");

        answer.Markdown.ShouldContain("Compared with 2025-01-01 – 2025-01-07.");
        answer.Markdown.ShouldMatch(@"\*\*Totals:\*\* revenue [\d,.]+ EUR \([+−][\d,.]+ %\)");
        answer.Markdown.ShouldContain("moved most");
        answer.Cards[0].Data["columns"]!.AsArray().Select(column => column!["key"]!.GetValue<string>()).ShouldContain("revenue_change");
        answer.Shown["offer"].Id.ShouldBe(answer.Cards[0].Data["rows"]![0]![0]!.GetValue<int>());
    }

    [Fact]
    public async Task One_country_is_one_row()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"country":"US"}""");

        answer.Cards[0].Data["rows"]!.AsArray().ShouldHaveSingleItem()![0]!.GetValue<string>().ShouldBe("United States");
    }

    [Fact]
    public async Task Nothing_to_sum_up_names_causes_and_asks_on()
    {
        var outcome = await network.Tools.RunAsync(Tool, """{"date_range":"2023-06-01","country":"FR"}""");

        var question = outcome.ShouldBeOfType<ToolOutcome.Asked>().Question;
        question.Text.ShouldContain("there is none in France");
        question.Choices.Select(choice => choice.Message).ShouldBe(
            ["performance summary for the last 30 days", "performance summary for all countries", "performance summary without the label filter"]);
    }

    [Fact]
    public async Task A_label_that_does_not_exist_is_asked_about()
    {
        var outcome = await network.Tools.RunAsync(Tool, """{"label":"No_Such_Label"}""");

        outcome.ShouldBeOfType<ToolOutcome.Asked>().Question.Text.ShouldContain("Nothing in the network carries the label No\\_Such\\_Label");
    }

    [Fact]
    public async Task Without_the_label_the_whole_network_is_covered_and_it_is_said()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"label":"none"}""", "weekly summary without the label filter");
        var report = await network.ReportAsync("2025-01-08", "2025-01-14", "country");

        var conversions = report.Sum(row => row["reporting"]!["cv"]!.GetValue<long>());
        answer.Markdown.ShouldContain("all advertisers, no label filter");
        answer.Markdown.ShouldContain($"{conversions.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} conversions");
    }

    [Fact]
    public async Task The_canonical_request_keeps_that_the_filter_was_dropped()
    {
        var request = await network.Tools.SettleAsync(Tool, """{"label":"no filter"}""", "everything please");

        JsonNode.DeepEquals(request.Arguments, new JsonObject { ["label"] = "none" }).ShouldBeTrue();
    }
}
