using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;

namespace PromptLab.Plugins.Tests.Conversions;

[Collection(SharedNetwork.Name)]
public sealed class ViewConversionsToolTests(SimulatedNetworkFixture network)
{
    private const string Tool = "view_conversions";

    [Fact]
    public async Task Counts_and_sums_are_those_of_the_whole_range()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"date_range":"last 7 days","partner":"180"}""");

        var sums = await network.ConversionsAsync("/summary", "2025-01-08", "2025-01-14", filters: ("affiliate", "180"));
        answer.Markdown.ShouldContain(
            $"{sums["approved"]:N0} approved, {sums["pending"]:N0} pending, {sums["rejected_manual"]:N0} rejected, {sums["rejected_scrub"]:N0} throttled, {sums["invalid"]:N0} invalid.");
        answer.Markdown.ShouldContain(
            $"payout {Figures.Money(sums["payout"]!.GetValue<decimal>(), "EUR")}, revenue {Figures.Money(sums["revenue"]!.GetValue<decimal>(), "EUR")}.");
    }

    [Fact]
    public async Task The_first_page_has_the_newest_rows_and_offers_the_next()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"date_range":"yesterday"}""");

        var page = await network.ConversionsAsync("?page=1&page_size=25", "2025-01-14", "2025-01-14");
        answer.Cards[0].Data["rows"]!.AsArray().Select(row => row!.AsArray()[^1]!.GetValue<string>())
            .ShouldBe(page["conversions"]!.AsArray().Select(row => row!["conversion_id"]!.GetValue<string>()));
        answer.Cards[1].Data["choices"]![0]!["message"]!.GetValue<string>().ShouldBe("page 2");
    }

    [Fact]
    public async Task Another_page_goes_on_where_the_first_ended()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"date_range":"yesterday","page":2}""");

        var page = await network.ConversionsAsync("?page=2&page_size=25", "2025-01-14", "2025-01-14");
        answer.Cards[0].Data["rows"]![0]!.AsArray()[^1]!.GetValue<string>().ShouldBe(page["conversions"]![0]!["conversion_id"]!.GetValue<string>());
        answer.Markdown.ShouldContain("Rows 26–50 of");
    }

    [Fact]
    public async Task A_status_limits_rows_and_sums_but_not_the_counts()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"date_range":"last 7 days","partner":"180","status":"invalid"}""");

        var all = await network.ConversionsAsync("/summary", "2025-01-08", "2025-01-14", filters: ("affiliate", "180"));
        answer.Markdown.ShouldContain($"**{all["total"]:N0} conversions**");
        answer.Markdown.ShouldContain($"The {all["invalid"]:N0} asked for, over the whole period: payout 0.00 EUR");
        answer.Cards[0].Data["rows"]!.AsArray().ShouldAllBe(row => row![1]!.GetValue<string>() == "invalid");
    }

    [Fact]
    public async Task Events_are_told_apart()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"date_range":"last 7 days","offer":"{{Planted.EventOffer}}"}""");

        answer.Markdown.ShouldMatch(@"\*\*[\d,]+ conversions\*\* \([\d,]+ conversions and [\d,]+ events\)");
    }

    [Fact]
    public async Task No_rows_are_said_plainly()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"date_range":"yesterday","offer":"{{Planted.NoTrafficOffer}}"}""");

        answer.Markdown.ShouldContain("No conversions in this period.");
        answer.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_behind_the_last_one_is_said_to_be_so()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"date_range":"yesterday","partner":"180","page":5000}""");

        answer.Markdown.ShouldContain("There is no page 5000; the last one is");
    }

    [Fact]
    public async Task What_is_longer_ago_than_a_year_is_refused_with_what_is_possible()
    {
        var outcome = await network.Tools.RunAsync(Tool, """{"date_range":"January 2023"}""");

        outcome.ShouldBeOfType<ToolOutcome.Failed>().Problem.Code.ShouldBe("too_long_ago");
    }
}
