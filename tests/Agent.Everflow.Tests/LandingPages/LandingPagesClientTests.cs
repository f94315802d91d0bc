using PromptLab.Everflow.LandingPages;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.LandingPages;

public sealed class LandingPagesClientTests
{
    private const string Pages =
        """
        {"urls":[{"network_offer_url_id":5001,"network_offer_id":1001,"name":"v2","url_status":"active"},
          {"network_offer_url_id":5002,"network_offer_id":1001,"name":"v1","url_status":"paused"},
          {"network_offer_url_id":5003,"network_offer_id":1001,"name":"v0","url_status":"deleted"},
          {"network_offer_url_id":5004,"network_offer_id":1001,"name":null,"url_status":null}],"paging":{"total_count":4}}
        """;

    [Fact]
    public async Task An_offers_pages_are_filtered_by_the_network()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offerurls", ScriptedReply.Json(Pages));

        var pages = await network.Get<LandingPagesClient>().ListAsync(1001, CancellationToken.None);

        pages.ShouldBe(
        [
            new(5001, 1001, "v2", LandingPageStatus.Active),
            new(5002, 1001, "v1", LandingPageStatus.Paused),
            new(5003, 1001, "v0", LandingPageStatus.Deleted),
            new(5004, 1001, "", LandingPageStatus.Unknown),
        ]);
        network.Server.Requests[^1].Query.ShouldBe("?page=1&page_size=2000&filter=network_offer_id%3D1001");
    }

    [Fact]
    public async Task Without_an_offer_all_pages_are_listed()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offerurls", ScriptedReply.Json(Pages));

        await network.Get<LandingPagesClient>().ListAsync(null, CancellationToken.None);

        network.Server.Requests[^1].Query.ShouldBe("?page=1&page_size=2000");
    }

    [Fact]
    public async Task A_page_is_found_by_id_or_not()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offerurls/5001", ScriptedReply.Json("""{"network_offer_url_id":5001,"network_offer_id":1001,"name":"v2","url_status":"active"}"""));
        var client = network.Get<LandingPagesClient>();

        var (known, unknown) = (await client.FindAsync(5001, CancellationToken.None), await client.FindAsync(9, CancellationToken.None));

        known.ShouldBe(new LandingPage(5001, 1001, "v2", LandingPageStatus.Active));
        unknown.ShouldBeNull();
    }
}
