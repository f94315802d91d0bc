using System.Net;
using PromptLab.Simulator.Tests.Api;
using PromptLab.Simulator.TrackingLinks;

namespace PromptLab.Simulator.Tests.TrackingLinks;

public sealed class TrackingLinkTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Path = "/networks/tracking/offers/clicks";

    [Fact]
    public async Task A_link_has_two_codes_and_the_callers_parameters()
    {
        var reply = await simulator.Api.PostAsync(Path, new { network_offer_id = 1001, network_affiliate_id = 12345, network_offer_url_id = 5002, sub1 = "a b&c", source_id = "s" });

        var link = new Uri((string)reply["url"]!);
        link.Host.ShouldBe("www.trk-polder.test");
        link.Segments.Length.ShouldBe(3);
        link.Query.ShouldBe("?uid=5002&source_id=s&sub1=a%20b%26c");
    }

    [Fact]
    public void Codes_of_different_ids_differ()
    {
        var codes = Enumerable.Range(1, 60_000).Select(TrackingCode.Of).ToHashSet();

        codes.Count.ShouldBe(60_000);
    }

    [Fact]
    public async Task A_partner_without_visibility_gets_no_link_until_it_is_given()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, Ask(Planted.HolidaySpecial, Planted.TrafficBoosters));

        await simulator.Api.PatchAsync($"/networks/affiliates/{Planted.TrafficBoosters}/offers/visibility", new { network_offer_ids = new[] { Planted.HolidaySpecial }, visibility_type = "visible" });
        var link = await simulator.Api.PostAsync(Path, Ask(Planted.HolidaySpecial, Planted.TrafficBoosters));

        refusal.ShouldBe((HttpStatusCode.BadRequest, "affiliate does not have access to this offer"));
        ((string?)link["url"]).ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(Planted.EvergreenOfferA, Planted.HiddenPartner)]
    [InlineData(Planted.EvergreenOfferA, Planted.RejectedPartner)]
    [InlineData(Planted.SummerPromo, Planted.InactivePartner)]
    [InlineData(Planted.SummerPromo, Planted.SuspendedPartner)]
    [InlineData(Planted.SummerPromo, Planted.PendingPartner)]
    [InlineData(Planted.PausedOffer, Planted.PremiumTrafficPartners)]
    [InlineData(Planted.DeletedOffer, Planted.PremiumTrafficPartners)]
    [InlineData(Planted.PendingOffer, Planted.PremiumTrafficPartners)]
    [InlineData(Planted.PrivateOffer, Planted.ApplicantPartner)]
    [InlineData(Planted.RequireApprovalOffer, Planted.ApplicantPartner)]
    public async Task Whoever_may_not_run_the_offer_gets_no_link(int offer, int partner)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, Ask(offer, partner));

        refusal.ShouldBe((HttpStatusCode.BadRequest, "affiliate does not have access to this offer"));
    }

    [Theory]
    [InlineData(Planted.SummerPromo, Planted.HolidayMainPage)]
    [InlineData(Planted.PageStatesOffer, Planted.PageStatesPausedPage)]
    [InlineData(Planted.PageStatesOffer, Planted.PageStatesDeletedPage)]
    [InlineData(Planted.SummerPromo, 1)]
    public async Task A_landing_page_must_be_an_active_one_of_the_offer(int offer, int page)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new { network_offer_id = offer, network_affiliate_id = 12345, network_offer_url_id = page });

        refusal.Error.ShouldBe("offer url not found for this offer");
    }

    [Fact]
    public async Task Offer_and_partner_are_required_and_must_exist()
    {
        var noOffer = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new { network_affiliate_id = 12345 });
        var noPartner = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new { network_offer_id = 1001 });
        var unknownOffer = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, Ask(7777, 12345));
        var unknownPartner = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, Ask(1001, 7777));

        noOffer.Error.ShouldBe("network_offer_id is required");
        noPartner.Error.ShouldBe("network_affiliate_id is required");
        unknownOffer.Error.ShouldBe("offer not found");
        unknownPartner.Error.ShouldBe("affiliate not found");
    }

    private static object Ask(int offer, int partner) => new { network_offer_id = offer, network_affiliate_id = partner };
}
