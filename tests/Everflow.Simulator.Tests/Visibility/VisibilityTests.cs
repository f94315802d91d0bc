using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Visibility;

public sealed class VisibilityTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task Setting_one_partner_leaves_the_others_as_they_were()
    {
        var before = await VisibleAsync(Planted.RequireApprovalOffer);

        await SetAsync(Planted.TrafficBoosters, "visible", Planted.RequireApprovalOffer);

        (await VisibleAsync(Planted.RequireApprovalOffer)).ShouldBe([.. before, Planted.TrafficBoosters], ignoreOrder: true);
    }

    [Fact]
    public async Task A_later_setting_replaces_the_earlier_one()
    {
        await SetAsync(Planted.AffiliateMasters, "visible", Planted.PrivateOffer);

        await SetAsync(Planted.AffiliateMasters, "rejected", Planted.PrivateOffer);

        var reply = await simulator.Api.GetAsync($"/networks/offers/{Planted.PrivateOffer}/visibility");
        Ids(reply["network_affiliate_rejected_ids"]!).ShouldContain(Planted.AffiliateMasters);
        Ids(reply["network_affiliate_visible_ids"]!).ShouldNotContain(Planted.AffiliateMasters);
    }

    [Fact]
    public async Task Replacing_a_list_takes_the_setting_from_whoever_is_not_in_it()
    {
        await SetAsync(Planted.TrafficBoosters, "visible", Planted.WinterCampaign);

        await simulator.Api.SendAsync(HttpMethod.Put, $"/v1/networks/offers/{Planted.WinterCampaign}/visibility", new { network_affiliate_ids = new[] { 12345 }, set_type = "visible" });

        (await VisibleAsync(Planted.WinterCampaign)).ShouldBe([12345]);
    }

    [Fact]
    public async Task Hidden_and_rejected_partners_are_planted_on_a_public_offer()
    {
        var reply = await simulator.Api.GetAsync($"/networks/offers/{Planted.EvergreenOfferA}/visibility");

        Ids(reply["network_affiliate_hidden_ids"]!).ShouldBe([Planted.HiddenPartner]);
        Ids(reply["network_affiliate_rejected_ids"]!).ShouldBe([Planted.RejectedPartner]);
    }

    [Fact]
    public async Task Every_offers_settings_are_listed()
    {
        var reply = await simulator.Api.GetAsync("/networks/offervisibility");

        reply["visibility"]!.AsArray().Count.ShouldBe(900);
    }

    [Fact]
    public async Task An_unknown_offer_partner_or_setting_is_refused()
    {
        var noOffer = await simulator.Api.RefusalAsync(HttpMethod.Get, "/networks/offers/7777/visibility");
        var noPartner = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/affiliates/1/offers/visibility", Body("visible", 1002));
        var notThatOffer = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/affiliates/12345/offers/visibility", Body("visible", 7777));
        var nothing = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/affiliates/12345/offers/visibility", Body("visible"));
        var invented = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/affiliates/12345/offers/visibility", Body("approved", 1002));
        var noOfferToReplace = await simulator.Api.RefusalAsync(HttpMethod.Put, "/networks/offers/7777/visibility", new { set_type = "visible" });

        noOffer.Status.ShouldBe(HttpStatusCode.NotFound);
        noPartner.Status.ShouldBe(HttpStatusCode.NotFound);
        noOfferToReplace.Status.ShouldBe(HttpStatusCode.NotFound);
        notThatOffer.Error.ShouldBe("network_offer_ids holds an unknown offer");
        nothing.Error.ShouldBe("network_offer_ids is required");
        invented.Error.ShouldBe("visibility_type must be visible, hidden or rejected");
    }

    private Task<JsonNode> SetAsync(int partner, string setting, params int[] offers) =>
        simulator.Api.PatchAsync($"/networks/affiliates/{partner}/offers/visibility", Body(setting, offers));

    private async Task<IReadOnlyList<int>> VisibleAsync(int offer) =>
        Ids((await simulator.Api.GetAsync($"/networks/offers/{offer}/visibility"))["network_affiliate_visible_ids"]!);

    private static object Body(string setting, params int[] offers) => new { network_offer_ids = offers, visibility_type = setting };

    private static IReadOnlyList<int> Ids(JsonNode list) => [.. list.AsArray().Select(id => (int)id!)];
}
