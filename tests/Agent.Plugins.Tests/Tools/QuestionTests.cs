using System.Text.Json.Nodes;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Simulator;

namespace PromptLab.Plugins.Tests.Tools;

[Collection(SharedNetwork.Name)]
public sealed class QuestionTests(SimulatedNetworkFixture network)
{
    [Theory]
    [InlineData("tracking_link", """{"offer":1003}""", "partner", """{"offer":1003}""")]
    [InlineData("tracking_link", """{"partner":"GMN","sub1":"x"}""", "offer", """{"partner":23456,"sub1":"x"}""")]
    [InlineData("tracking_link", "{}", "partner offer", "{}")]
    [InlineData("top_landing_pages", """{"country":"US"}""", "offer", """{"country":"US"}""")]
    [InlineData("export_report", """{"report_type":"fraud"}""", "date_range", """{"report_type":"fraud"}""")]
    [InlineData("export_report", """{"columns":"sub1"}""", "report_type date_range", """{"columns":["sub1"]}""")]
    [InlineData("view_conversions", "{}", "date_range", "{}")]
    [InlineData("run_template", "{}", "template", "{}")]
    [InlineData("create_template", """{"name":"X"}""", "content", """{"name":"X"}""")]
    [InlineData("run_pipeline", "{}", "pipeline", "{}")]
    [InlineData("find_offers", """{"query":" "}""", "query", "{}")]
    [InlineData("find_partners", "{}", "query", "{}")]
    public async Task What_is_missing_is_asked_for_and_what_is_known_is_kept(string tool, string said, string missing, string known)
    {
        var (question, kept) = await network.Tools.AskedAsync(tool, said);

        string.Join(' ', question.Arguments).ShouldBe(missing);
        JsonNode.DeepEquals(kept, JsonNode.Parse(known)).ShouldBeTrue(kept.ToJsonString());
    }

    [Theory]
    [InlineData("top_landing_pages", """{"offer":"7777"}""", "no offer with the id 7777")]
    [InlineData("top_landing_pages", """{"offer":"Nowhere Deluxe"}""", "no offer called “Nowhere Deluxe”")]
    [InlineData("tracking_link", """{"partner":"iMonetizeIt","offer":1003}""", "no partner called")]
    [InlineData("tracking_link", """{"partner":"the traffic partner","offer":1005}""", "Several partners fit")]
    [InlineData("top_landing_pages", """{"offer":1001,"country":"Atlantis"}""", "do not know the country")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":"when the moon was full"}""", "cannot read")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":{"until":"x"}}""", "cannot read")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":"next month"}""", "still to come")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":{"from":"2025-02-01","to":"2025-02-28"}}""", "still to come")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":"2022-01-01 to 2024-12-31"}""", "at most one year")]
    [InlineData("top_landing_pages", """{"offer":1001,"min_conversions":"a lot"}""", "not a number of conversions")]
    [InlineData("top_landing_pages", """{"offer":1001,"top_n":0}""", "not a number of places")]
    [InlineData("top_offers", """{"sort_by":"beauty"}""", "not a figure to rank by")]
    [InlineData("export_report", """{"report_type":"horoscope","date_range":"today"}""", "not a report type")]
    [InlineData("view_conversions", """{"date_range":"today","status":"odd"}""", "not a conversion status")]
    [InlineData("default_lp_check", """{"date":"last week"}""", "7 days, and one is needed")]
    [InlineData("default_lp_check", """{"click_threshold":"some"}""", "not a number of clicks")]
    [InlineData("paused_partner_check", """{"drop_threshold":"250%"}""", "not a drop")]
    [InlineData("performance_summary", """{"group_by":"moon phase"}""", "not a grouping")]
    [InlineData("list_alerts", """{"state":"odd"}""", "not a state of alerts")]
    public async Task What_cannot_be_used_is_asked_back_and_never_guessed(string tool, string said, string text)
    {
        var (question, _) = await network.Tools.AskedAsync(tool, said);

        question.Text.ShouldContain(text);
    }

    [Fact]
    public async Task Candidates_are_buttons_that_send_an_unmistakable_answer()
    {
        var (question, _) = await network.Tools.AskedAsync("tracking_link", """{"partner":"traffic","offer":1005}""");

        question.Choices.Select(choice => (choice.Label, choice.Message)).ShouldBe(
            [("Premium Traffic Partners (12345)", "partner 12345"), ("Traffic Boosters Inc (56789)", "partner 56789")], ignoreOrder: true);
    }

    [Fact]
    public async Task Duplicate_names_are_asked_even_when_exact()
    {
        var (question, _) = await network.Tools.AskedAsync("tracking_link", """{"partner":"Lakeside Leads","offer":1001}""");

        question.Choices.Select(choice => choice.Message)
            .ShouldBe([$"partner {Planted.DuplicateNamePartnerA}", $"partner {Planted.DuplicateNamePartnerB}"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_suggestion_for_a_future_period_is_a_button()
    {
        var (question, known) = await network.Tools.AskedAsync("export_report", """{"report_type":"fraud","date_range":"next month"}""");

        question.Choices.ShouldHaveSingleItem().Message.ShouldBe("last month");
        known.ToJsonString().ShouldBe("""{"report_type":"fraud"}""");
    }

    [Theory]
    [InlineData("5003", "belongs to another offer (1002)")]
    [InlineData("No Such Page", "has no single landing page")]
    public async Task A_page_must_belong_to_its_offer(string page, string text)
    {
        var (question, known) = await network.Tools.AskedAsync("tracking_link", $$"""{"partner":12345,"offer":1001,"landing_page":"{{page}}"}""");

        question.Text.ShouldContain(text);
        question.Choices.Select(choice => choice.Message).ShouldContain("landing page 5001");
        known.ContainsKey("landing_page").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_without_an_offer_that_does_not_exist_is_asked_about()
    {
        var (question, _) = await network.Tools.AskedAsync("tracking_link", """{"partner":12345,"landing_page":"Qqqqq Zzzzz"}""");

        question.Arguments.ShouldBe(["landing_page"]);
    }

    [Fact]
    public async Task Names_that_were_guessed_are_asked_back_before_a_link_is_made()
    {
        var outcome = await network.Tools.RunAsync("tracking_link", """{"partner":"GMN","offer":"summer promo","landing_page":5001,"sub1":"x"}""");

        var question = outcome.ShouldBeOfType<Plugins.Tools.ToolOutcome.Asked>().Question;
        question.Text.ShouldContain("Global Media Network (23456) and Summer Promo 2024 (1001)");
        question.Choices.ShouldHaveSingleItem().Message.ShouldBe("tracking link for partner 23456 on offer 1001, landing page 5001, sub1=x");
    }

    [Theory]
    [InlineData("give me the numbers", true)]
    [InlineData("weekly summary without the label filter", false)]
    [InlineData("yes", false)]
    public async Task A_summary_without_the_label_takes_the_persons_own_words(string message, bool asks)
    {
        var resolution = await network.Tools.ResolveAsync("performance_summary", """{"label":"none"}""", message);

        (resolution is Plugins.Tools.ToolResolution.Asked).ShouldBe(asks);
    }
}
