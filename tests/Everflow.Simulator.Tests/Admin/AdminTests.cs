using System.Net;
using PromptLab.Simulator.Faults;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Admin;

public sealed class AdminTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task A_paused_offer_gives_no_links_and_has_no_traffic_from_tomorrow_on()
    {
        var ask = new ReportAsk(0, 0) { Filters = [("offer", Planted.NewYearDeal)] };

        using var paused = await PauseAsync(Planted.NewYearDeal, "paused");
        var today = await simulator.Api.TotalAsync(ask);
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, "/networks/tracking/offers/clicks", new { network_offer_id = Planted.NewYearDeal, network_affiliate_id = 12345 });
        simulator.Clock.Advance(TimeSpan.FromDays(2));
        var tomorrow = await simulator.Api.TotalAsync(new ReportAsk(-1, -2) { Filters = ask.Filters });
        simulator.Clock.Advance(TimeSpan.FromDays(-2));
        using var resumed = await PauseAsync(Planted.NewYearDeal, "active");
        var link = await simulator.Api.PostAsync("/networks/tracking/offers/clicks", new { network_offer_id = Planted.NewYearDeal, network_affiliate_id = 12345 });

        paused.StatusCode.ShouldBe(HttpStatusCode.OK);
        today.Clicks.ShouldBePositive();
        refusal.Status.ShouldBe(HttpStatusCode.BadRequest);
        tomorrow.Clicks.ShouldBe(0);
        link["url"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reset_takes_every_change_back()
    {
        var partner = Planted.TrafficBoosters;
        await simulator.Api.PatchAsync($"/networks/affiliates/{partner}/offers/visibility", new { network_offer_ids = new[] { 1002 }, visibility_type = "visible" });
        using var paused = await PauseAsync(Planted.SummerPromo, "paused");
        simulator.Server.Faults.Add(new Fault("*", FaultKind.Status));

        using var reset = await simulator.Api.SendAsync(HttpMethod.Post, "/__admin/reset");

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        simulator.Server.Faults.Active.ShouldBeEmpty();
        simulator.Server.Requests.Counts.ShouldBeEmpty();
        ((string?)(await simulator.Api.GetAsync("/networks/offers/1001"))["offer_status"]).ShouldBe("active");
        var visibility = await simulator.Api.GetAsync("/networks/offers/1002/visibility");
        visibility["network_affiliate_visible_ids"]!.AsArray().Select(id => (int)id!).ShouldNotContain(partner);
    }

    [Fact]
    public async Task An_unknown_offer_or_status_is_refused()
    {
        using var unknown = await PauseAsync(7777, "paused");
        using var invented = await PauseAsync(1001, "sleeping");

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        invented.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> PauseAsync(int offer, string status) =>
        simulator.Api.SendAsync(HttpMethod.Patch, $"/__admin/offers/{offer}", new { offer_status = status });
}
