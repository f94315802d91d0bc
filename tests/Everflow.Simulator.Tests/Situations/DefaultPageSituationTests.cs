using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Situations;

[Collection(ReadOnlyNetwork.Name)]
public sealed class DefaultPageSituationTests(SimulatorFixture simulator)
{
    private const int Threshold = 50;

    [Fact]
    public async Task Yesterday_only_planted_partners_were_over_the_threshold()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(1, 1, "offer_url", "affiliate", "offer"));

        var over = rows.Where(row => (row.Id == "0" || row.Label.Contains("Fallback")) && row.Clicks > Threshold)
            .Select(row => (int.Parse(row.Columns[1].Id), int.Parse(row.Columns[2].Id), (int)row.Clicks));
        over.ShouldBe(
            [
                (Planted.DefaultOverPartner, Planted.DefaultTrafficOffer, 73),
                (Planted.Default51Partner, Planted.DefaultTrafficOffer, 51),
                (Planted.TwoDefaultsPartner, Planted.DefaultTrafficOffer, 120),
                (Planted.TwoDefaultsPartner, Planted.SecondDefaultTrafficOffer, 80),
                (Planted.FallbackPagePartner, Planted.FallbackPageOffer, 64),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(Planted.Default50Partner, 50)]
    [InlineData(Planted.DefaultUnderPartner, 49)]
    public async Task Others_were_just_not_over_it(int partner, int clicks)
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(1, 1, "offer_url") { Filters = [("affiliate", partner), ("offer_url", 0)] });

        rows.Single().Clicks.ShouldBe(clicks);
    }

    [Fact]
    public async Task The_day_before_was_quiet()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(2, 2, "offer_url", "affiliate", "offer") { Filters = [("offer_url", 0)] });

        rows.ShouldAllBe(row => row.Clicks <= Threshold);
    }
}
