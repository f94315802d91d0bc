using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.LandingPages;

[Collection(ReadOnlyNetwork.Name)]
public sealed class LandingPageTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData(1001, new[] { "5001 Summer LP v2", "5002 Summer LP v1" })]
    [InlineData(1002, new[] { "5003 Holiday Main Page" })]
    [InlineData(1003, new[] { "5004 Generic Offer Page" })]
    [InlineData(1004, new string[0])]
    [InlineData(1005, new string[0])]
    public async Task The_catalogues_offers_have_exactly_their_pages(int offer, string[] expected)
    {
        var pages = await ListAsync($"?filter=network_offer_id%3D{offer}");

        pages.Select(page => $"{page!["network_offer_url_id"]} {page["name"]}").ShouldBe(expected);
    }

    [Fact]
    public async Task There_are_two_thousand_five_hundred_pages()
    {
        var first = await ListAsync("?page=1");
        var second = await ListAsync("?page=2");

        first.Concat(second).Select(page => (int)page!["network_offer_url_id"]!).Distinct().Count().ShouldBe(2500);
        first.Count.ShouldBe(2000);
    }

    [Fact]
    public async Task Pages_can_be_filtered_by_name_and_state()
    {
        var paused = await ListAsync($"?filter=network_offer_id%3D{Planted.PageStatesOffer}&filter=url_status%3Dpaused");
        var named = await ListAsync("?filter=name%3DFallback%20Screen");

        ((int)paused.Single()!["network_offer_url_id"]!).ShouldBe(Planted.PageStatesPausedPage);
        ((int)named.Single()!["network_offer_url_id"]!).ShouldBe(Planted.FallbackPage);
    }

    [Fact]
    public async Task A_page_is_found_by_its_id()
    {
        var page = await simulator.Api.GetAsync("/networks/offerurls/5001");
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, "/networks/offerurls/1");

        ((int)page["network_offer_id"]!).ShouldBe(1001);
        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<JsonArray> ListAsync(string query) => (await simulator.Api.GetAsync("/networks/offerurls" + query))["urls"]!.AsArray();
}
