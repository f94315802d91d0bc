using PromptLab.Plugins.Tests.Network;
using PromptLab.Simulator;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.Tests.PausedPartners;

[Collection(SharedNetwork.Name)]
public sealed class PausedPartnerCheckToolTests(SimulatedNetworkFixture network)
{
    private const string Tool = "paused_partner_check";

    // Falls of others happen in the network too; those of the planted situations have these ids.
    private static readonly int[] PlantedPartners = [.. Enumerable.Range(Planted.PausedPartner, 10)];

    [Fact]
    public async Task The_planted_falls_of_more_than_half_are_found_worst_first()
    {
        var result = await ResultAsync("{}");

        result.Partners.Select(partner => partner.Drop).Where(drop => PlantedPartners.Contains(drop.Partner.Id))
            .Select(drop => (drop.Partner.Id, drop.Before.Revenue, drop.Now.Revenue)).ShouldBe(
            [
                (Planted.VanishedPartner, 3000m, 0m), (Planted.OfferPausedPartner, 1350m, 0m), (Planted.PausedPartner, 6000m, 900m),
                (Planted.RateCollapsedPartner, 3000m, 600m), (Planted.Dropped51Partner, 3000m, 1470m),
            ]);
        result.Partners.Select(partner => partner.Drop.Change).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("""{"drop_threshold":48}""", Planted.Dropped49Partner, true)]
    [InlineData("{}", Planted.Dropped49Partner, false)]
    [InlineData("""{"drop_threshold":49}""", Planted.Dropped50Partner, true)]
    [InlineData("{}", Planted.Dropped50Partner, false)]
    [InlineData("{}", Planted.Dropped51Partner, true)]
    [InlineData("{}", Planted.NewPartner, false)]
    [InlineData("{}", Planted.SmallBaselinePartner, false)]
    [InlineData("{}", Planted.ZeroBaselinePartner, false)]
    public async Task The_drop_must_be_larger_than_the_threshold(string arguments, int partner, bool isFound) =>
        (await ResultAsync(arguments)).Partners.Any(found => found.Drop.Partner.Id == partner).ShouldBe(isFound);

    [Fact]
    public async Task A_fall_of_the_clicks_is_told_from_one_of_the_rate()
    {
        var result = await ResultAsync("{}");

        Factors(result, Planted.PausedPartner).ShouldBe(new DropFactors(5100, 0, 0));
        Factors(result, Planted.RateCollapsedPartner).ShouldBe(new DropFactors(0, 2400, 0));
        Factors(result, Planted.VanishedPartner).ShouldBe(new DropFactors(3000, 0, 0));
    }

    [Fact]
    public async Task Every_drop_is_its_factors_sum()
    {
        var result = await ResultAsync("""{"drop_threshold":5}""");

        result.Partners.Count.ShouldBeGreaterThan(10);
        result.Partners.ShouldAllBe(partner => partner.Drop.Factors.Clicks + partner.Drop.Factors.ConversionRate + partner.Drop.Factors.RevenuePerConversion == partner.Drop.LostRevenue);
    }

    [Fact]
    public async Task Offers_pages_and_countries_that_carry_the_loss_are_named()
    {
        var result = await ResultAsync("{}");

        var explanation = result.Partners.Single(partner => partner.Drop.Partner.Id == Planted.PausedPartner).Explanation!;
        explanation.Offers.Select(carrier => (carrier.Id, carrier.LostRevenue, carrier.Share)).ShouldBe([(Planted.SteadyOffer, 5100m, 1m)]);
        explanation.LandingPages.Select(carrier => carrier.Id).ShouldBe([Planted.SteadyPage]);
        explanation.Countries.Select(carrier => (carrier.Name, carrier.Share)).ShouldBe([("France", 0.5m), ("Germany", 0.5m)]);
        explanation.StoppedOffers.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_offer_that_was_paused_is_named()
    {
        var result = await ResultAsync("{}");

        var stopped = result.Partners.Single(partner => partner.Drop.Partner.Id == Planted.OfferPausedPartner).Explanation!.StoppedOffers.ShouldHaveSingleItem();
        (stopped.Id, stopped.Status).ShouldBe((Planted.RecentlyPausedOffer, "paused"));
        (await network.Tools.AnswerAsync(Tool, "{}")).Markdown.ShouldContain($"({Planted.RecentlyPausedOffer}) is paused");
    }

    [Fact]
    public async Task Ten_are_listed_and_the_rest_is_counted()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"drop_threshold":5}""");

        var result = answer.Result.ShouldBeOfType<PausedPartnerCheckResult>();
        answer.Cards[0].Data["rows"]!.AsArray().Count.ShouldBe(10);
        result.Partners.Count(partner => partner.Explanation is not null).ShouldBe(10);
        answer.Markdown.ShouldContain($"The 10 largest drops are listed; {result.Partners.Count - 10} more partners are over the threshold.");
        answer.Markdown.ShouldContain(result.LostRevenue.ToString("N2", System.Globalization.CultureInfo.InvariantCulture) + " EUR less revenue in total.");
    }

    [Fact]
    public async Task Nothing_found_is_a_clear_sentence()
    {
        var answer = await network.Tools.AnswerAsync(Tool, """{"drop_threshold":100,"analysis_days":60}""");

        answer.Markdown.ShouldContain("earned more than 100 % less in 2024-11-16 – 2025-01-14 than in");
        answer.Cards.ShouldBeEmpty();
    }

    private async Task<PausedPartnerCheckResult> ResultAsync(string arguments) =>
        (await network.Tools.AnswerAsync(Tool, arguments)).Result.ShouldBeOfType<PausedPartnerCheckResult>();

    private static DropFactors Factors(PausedPartnerCheckResult result, int partner) => result.Partners.Single(found => found.Drop.Partner.Id == partner).Drop.Factors;
}
