using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Situations;

/// <summary>The last 3 full days against the same weekdays a week earlier.</summary>
public sealed class PausedPartnerSituationTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Theory]
    [InlineData(Planted.PausedPartner, 6000, 900)]
    [InlineData(Planted.Dropped49Partner, 3000, 1530)]
    [InlineData(Planted.Dropped50Partner, 3000, 1500)]
    [InlineData(Planted.Dropped51Partner, 3000, 1470)]
    [InlineData(Planted.VanishedPartner, 3000, 0)]
    [InlineData(Planted.RateCollapsedPartner, 3000, 600)]
    [InlineData(Planted.SmallBaselinePartner, 60, 0)]
    [InlineData(Planted.ZeroBaselinePartner, 0, 810)]
    [InlineData(Planted.NewPartner, 0, 90)]
    [InlineData(Planted.OfferPausedPartner, 1350, 0)]
    public async Task Planted_partners_changed_by_the_documented_amounts(int partner, int earlier, int recent)
    {
        var before = await simulator.Api.TotalAsync(new ReportAsk(10, 8) { Filters = [("affiliate", partner)] });
        var after = await simulator.Api.TotalAsync(new ReportAsk(3, 1) { Filters = [("affiliate", partner)] });

        (before.Revenue, after.Revenue).ShouldBe((earlier, recent));
    }

    [Fact]
    public async Task The_collapsed_rate_left_the_clicks_alone()
    {
        var before = await simulator.Api.TotalAsync(new ReportAsk(10, 8) { Filters = [("affiliate", Planted.RateCollapsedPartner)] });
        var after = await simulator.Api.TotalAsync(new ReportAsk(3, 1) { Filters = [("affiliate", Planted.RateCollapsedPartner)] });

        after.Clicks.ShouldBe(before.Clicks);
    }

    [Fact]
    public async Task No_other_partner_of_weight_fell_by_half()
    {
        var before = await simulator.Api.ReportAsync(new ReportAsk(10, 8, "affiliate"));
        var after = (await simulator.Api.ReportAsync(new ReportAsk(3, 1, "affiliate"))).ToDictionary(row => row.Id, row => row.Revenue);

        var fallen = before.Where(row => row.Revenue >= 100 && after.GetValueOrDefault(row.Id) < row.Revenue * 0.5m).Select(row => int.Parse(row.Id));

        fallen.ShouldBe([Planted.PausedPartner, Planted.Dropped51Partner, Planted.VanishedPartner, Planted.RateCollapsedPartner, Planted.OfferPausedPartner], ignoreOrder: true);
    }

    [Fact]
    public async Task The_new_partner_is_younger_than_two_weeks()
    {
        var partner = await simulator.Api.GetAsync($"/networks/affiliates/{Planted.NewPartner}");

        var created = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)partner["time_created"]!).UtcDateTime);

        created.ShouldBe(ReportAsk.Today.AddDays(-6));
    }

    [Fact]
    public async Task The_offer_behind_a_fall_was_paused_four_days_ago()
    {
        var offer = await simulator.Api.GetAsync($"/networks/offers/{Planted.RecentlyPausedOffer}");

        ((string?)offer["offer_status"]).ShouldBe("paused");
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)offer["time_saved"]!).UtcDateTime).ShouldBe(ReportAsk.Today.AddDays(-4));
    }

    [Fact]
    public async Task The_situation_moves_along_with_the_clock()
    {
        simulator.Clock.Advance(TimeSpan.FromDays(20));

        var before = await simulator.Api.TotalAsync(new ReportAsk(-10, -12) { Filters = [("affiliate", Planted.Dropped51Partner)] });
        var after = await simulator.Api.TotalAsync(new ReportAsk(-17, -19) { Filters = [("affiliate", Planted.Dropped51Partner)] });
        simulator.Clock.Advance(TimeSpan.FromDays(-20));

        (before.Revenue, after.Revenue).ShouldBe((3000, 1470));
    }
}
