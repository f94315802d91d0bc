using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;

namespace PromptLab.Plugins.Tests.TopLandingPages;

[Collection(SharedNetwork.Name)]
public sealed class TopLandingPagesToolTests(SimulatedNetworkFixture network)
{
    private const string Tool = "top_landing_pages";
    private const string December = """{"offer":1001,"country":"DE","date_range":"last month","metrics":"epc, rpc, payout, revenue, profit"}""";

    [Fact]
    public async Task Every_figure_equals_what_the_networks_own_api_gives()
    {
        var answer = await network.Tools.AnswerAsync(Tool, December);
        var report = await network.ReportAsync("2024-12-01", "2024-12-31", "offer_url", ("offer", "1001"), ("country", "Germany"));

        foreach (var row in Rows(answer))
        {
            var figures = report.Single(line => line["columns"]![0]!["id"]!.GetValue<string>() == row["landing_page_id"]!.ToJsonString())["reporting"]!;
            var (clicks, payout, revenue) = (Number(figures, "total_click"), Number(figures, "payout"), Number(figures, "revenue"));
            (Number(row, "clicks"), Number(row, "conversions")).ShouldBe((clicks, Number(figures, "cv")));
            (Number(row, "payout"), Number(row, "revenue"), Number(row, "profit")).ShouldBe((payout, revenue, revenue - payout));
            (Number(row, "epc"), Number(row, "rpc")).ShouldBe((Math.Round(payout / clicks, 4), Math.Round(revenue / clicks, 4)));
            Number(row, "cvr").ShouldBe(Math.Round(Number(figures, "cv") / clicks * 100, 4));
        }
    }

    [Fact]
    public async Task The_answer_opens_with_the_resolved_request()
    {
        var answer = await network.Tools.AnswerAsync(Tool, December);

        answer.Markdown.ShouldStartWith(
            "*Offer: Summer Promo 2024 (1001) · Germany · 2024-12-01 – 2024-12-31 (Europe/Amsterdam) · EUR · min. 20 conversions · top 3*");
    }

    [Fact]
    public async Task A_clear_winner_is_recommended_with_a_computed_multiple_and_remembered_as_shown()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"offer":"Summer Promo 2024"}""");

        answer.Markdown.ShouldContain("**Summer LP v2 (5001)** converts best at");
        answer.Markdown.ShouldContain("moving traffic to it is worthwhile");
        answer.Shown["landing_page"].ShouldBe(new ShownEntity(5001, "Summer LP v2"));
    }

    [Fact]
    public async Task Level_pages_are_called_level_and_nothing_is_recommended()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.TieOffer}}}""");

        answer.Markdown.ShouldContain("statistically level with Kitewick Quiz A (5101)");
        answer.Markdown.ShouldContain("more clicks over both pages would separate them");
        answer.Markdown.ShouldNotContain("worthwhile");
    }

    [Fact]
    public async Task A_tie_shows_the_volumes()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.EqualOffer}}}""");

        answer.Markdown.ShouldContain("2 pages tie at 3.00 %: Zenovale Advertorial (5103) with 450 conversions from 15,000 clicks; Zenovale Video (5104)");
    }

    [Fact]
    public async Task A_single_page_has_nothing_to_be_compared_with()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.HolidaySpecial}}}""");

        answer.Markdown.ShouldContain("nothing to compare Holiday Main Page (5003) with");
        answer.Shown["landing_page"].Id.ShouldBe(Planted.HolidayMainPage);
    }

    [Fact]
    public async Task Too_little_data_lists_the_nearest_with_what_each_lacks_and_two_ways_on()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.TooLittleDataOffer}}}""");

        Rows(answer).Select(row => (Number(row, "conversions"), Number(row, "lacking"))).ShouldBe([(12m, 8m), (6m, 14m)]);
        var choices = answer.Cards.Single(card => card.Kind == "question").Data["choices"]!.AsArray();
        choices.Select(choice => choice!["message"]!.GetValue<string>()).ShouldBe(
        [
            "top landing pages for offer 1103 from 2024-12-16 to 2025-01-14 with at least 6 conversions",
            "top landing pages for offer 1103 from 2024-11-16 to 2025-01-14 with at least 20 conversions",
        ]);
    }

    [Fact]
    public async Task Without_traffic_the_answer_points_to_the_offers_status()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.NoTrafficOffer}}}""");

        answer.Markdown.ShouldContain("had no traffic in this period. The offer is active");
        answer.Cards.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Planted.PausedOffer, "The offer is paused.")]
    [InlineData(Planted.PendingOffer, "The offer is still pending.")]
    [InlineData(Planted.DeletedOffer, "The offer is deleted.")]
    public async Task An_offer_that_does_not_run_is_the_likely_reason(int offer, string text)
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{offer}},"date_range":"2023-06-01"}""");

        answer.Markdown.ShouldContain(text);
    }

    [Fact]
    public async Task Notes_of_the_interpretation_stand_under_the_request()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"offer":1001,"date_range":"last 120 days"}""");

        answer.Markdown.ShouldContain("\n\n> 120 days are a long period; this may take a little longer.");
    }

    [Fact]
    public async Task A_country_without_traffic_gives_all_countries_with_a_visible_note()
    {
        var answer = await network.Tools.AnswerAsync(Tool, $$"""{"offer":{{Planted.TieOffer}},"country":"Japan"}""");

        answer.Markdown.ShouldContain("> ⚠ There was no traffic in Japan in this period. These are the figures of all countries.");
        answer.Digest.ShouldContain("no traffic in Japan");
    }

    [Fact]
    public async Task Pages_under_the_minimum_are_counted_as_left_out()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"offer":1001,"country":"DE","date_range":"last month","min_conversions":200}""");

        answer.Markdown.ShouldContain("Only **Summer LP v2 (5001)** has enough conversions");
        answer.Markdown.ShouldContain("2 pages with fewer than 200 conversions are left out.");
    }

    [Fact]
    public async Task A_shorter_list_says_how_many_rank_below()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"offer":1001,"top_n":1}""");

        Rows(answer).Count.ShouldBe(1);
        answer.Markdown.ShouldContain("more with enough conversions rank below.");
    }

    [Fact]
    public async Task The_card_carries_raw_values_and_the_request()
    {
        var answer = await network.Tools.AnswerAsync(Tool, December);

        var card = answer.Cards.ShouldHaveSingleItem();
        card.Kind.ShouldBe("table");
        card.Data["request"]!["args"]!["offer"]!.GetValue<int>().ShouldBe(1001);
        card.Data["columns"]![3]!.ToJsonString().ShouldBe("""{"key":"cvr","label":"CVR","type":"percent"}""");
    }

    private static List<JsonObject> Rows(ToolAnswer answer)
    {
        var data = answer.Cards[0].Data;
        string[] keys = [.. data["columns"]!.AsArray().Select(column => column!["key"]!.GetValue<string>())];
        return [.. data["rows"]!.AsArray().Select(row => new JsonObject(row!.AsArray().Select((cell, at) => KeyValuePair.Create(keys[at], cell?.DeepClone()))))];
    }

    private static decimal Number(JsonNode row, string key) => decimal.Parse(row[key]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
