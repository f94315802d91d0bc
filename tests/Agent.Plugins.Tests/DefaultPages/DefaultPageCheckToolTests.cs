using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;
using PromptLab.Workflows.DefaultPages;

namespace PromptLab.Plugins.Tests.DefaultPages;

[Collection(SharedNetwork.Name)]
public sealed class DefaultPageCheckToolTests(SimulatedNetworkFixture network)
{
    private const string Tool = "default_lp_check";

    [Fact]
    public async Task Partners_over_the_threshold_are_listed_with_their_wasted_clicks()
    {
        var answer = await network.Tools.AnswerAsync(Tool, "{}");

        Rows(answer).ShouldBe([(Planted.TwoDefaultsPartner, 200), (Planted.DefaultOverPartner, 73), (Planted.FallbackPagePartner, 64), (Planted.Default51Partner, 51)]);
        answer.Markdown.ShouldContain("4 partners sent 388 clicks to default landing pages on 2025-01-14.");
    }

    [Fact]
    public async Task Page_0_means_a_broken_link_and_a_named_page_a_wrong_set_up()
    {
        var result = await ResultAsync("{}");

        var meanings = result.Partners.ToDictionary(partner => partner.Partner.Id, partner => partner.Meanings.ShouldHaveSingleItem());
        meanings[Planted.DefaultOverPartner].ShouldBe(DefaultPageMeaning.BrokenLink);
        meanings[Planted.FallbackPagePartner].ShouldBe(DefaultPageMeaning.WrongSetup);
        var answer = await network.Tools.AnswerAsync(Tool, "{}");
        answer.Markdown.ShouldContain("324 of them reached the offer's own destination (page 0), so the links probably are broken");
        answer.Markdown.ShouldContain("64 of them were led to a page that is named as a default, so the set-up probably is wrong");
    }

    [Fact]
    public async Task A_partner_is_one_entry_with_each_offer_and_page()
    {
        var result = await ResultAsync("{}");

        var partner = result.Partners.Single(partner => partner.Partner.Id == Planted.TwoDefaultsPartner);
        partner.WastedClicks.ShouldBe(200);
        partner.Traffic.Select(traffic => (traffic.Offer.Id, traffic.LandingPage.Id, traffic.Clicks))
            .ShouldBe([(Planted.DefaultTrafficOffer, 0, 120), (Planted.SecondDefaultTrafficOffer, 0, 80)]);
    }

    [Theory]
    [InlineData("""{"click_threshold":49}""", Planted.Default50Partner, true)]
    [InlineData("""{"click_threshold":50}""", Planted.Default50Partner, false)]
    [InlineData("""{"click_threshold":48}""", Planted.DefaultUnderPartner, true)]
    public async Task The_threshold_must_be_passed(string arguments, int partner, bool isOver) =>
        (await ResultAsync(arguments)).Partners.Any(found => found.Partner.Id == partner).ShouldBe(isOver);

    [Fact]
    public async Task Nothing_found_is_a_clear_sentence()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"click_threshold":500}""");

        answer.Markdown.ShouldContain("No partner has more than 500 clicks on a default landing page on 2025-01-14.");
        answer.Cards.ShouldBeEmpty();
        answer.Result.ShouldBeOfType<DefaultPageCheckResult>().Partners.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_digest_holds_the_figures()
    {
        var answer = await network.Tools.AnswerAsync(Tool, "{}");

        answer.Digest.ShouldContain("partner_id=165");
        answer.Digest.ShouldContain("clicks=200");
    }

    private async Task<DefaultPageCheckResult> ResultAsync(string arguments) =>
        (await network.Tools.AnswerAsync(Tool, arguments)).Result.ShouldBeOfType<DefaultPageCheckResult>();

    private static IEnumerable<(int Partner, long Clicks)> Rows(ToolAnswer answer) =>
        answer.Cards.ShouldHaveSingleItem().Data["rows"]!.AsArray().Select(row => ((int)row![0]!, (long)row[2]!));
}
