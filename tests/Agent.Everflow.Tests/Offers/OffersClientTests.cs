using System.Text.Json.Nodes;
using PromptLab.Everflow.Offers;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Offers;

public sealed class OffersClientTests
{
    private const string Search = "POST /v1/networks/offerstable";

    [Fact]
    public async Task An_offer_is_found_by_id()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/1001", ScriptedReply.Json(
            """
            {"network_offer_id":1001,"network_advertiser_id":7,"name":"Summer","offer_status":"active","visibility":"require_approval",
             "currency_id":"EUR","destination_url":"https://lp.example/","time_created":1700000000,"time_saved":1736150400,
             "relationship":{"labels":{"total":1,"entries":["Hot"]}}}
            """));

        var offer = await network.Get<OffersClient>().FindAsync(1001, CancellationToken.None);

        offer.ShouldNotBeNull();
        (offer.Id, offer.Name, offer.Status, offer.Visibility).ShouldBe((1001, "Summer", OfferStatus.Active, OfferVisibility.RequireApproval));
        (offer.AdvertiserId, offer.CurrencyId, offer.DestinationUrl).ShouldBe((7, "EUR", "https://lp.example/"));
        offer.Labels.ShouldBe(["Hot"]);
        offer.SavedAt.ShouldBe(new DateTimeOffset(2025, 1, 6, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_unknown_id_is_no_failure()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/5", ScriptedReply.Failure(404, "Not found"));

        var offer = await network.Get<OffersClient>().FindAsync(5, CancellationToken.None);

        offer.ShouldBeNull();
    }

    [Theory]
    [InlineData("paused", "public", OfferStatus.Paused, OfferVisibility.Public)]
    [InlineData("pending", "private", OfferStatus.Pending, OfferVisibility.Private)]
    [InlineData("deleted", "null_value", OfferStatus.Deleted, OfferVisibility.Unknown)]
    [InlineData("unknown", "", OfferStatus.Unknown, OfferVisibility.Unknown)]
    public async Task Words_that_are_not_known_are_unknown(string status, string visibility, OfferStatus expected, OfferVisibility expectedVisibility)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/1", ScriptedReply.Json(
            $$"""{"network_offer_id":"1","name":null,"offer_status":"{{status}}","visibility":"{{visibility}}","labels":null}"""));

        var offer = await network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        offer.ShouldNotBeNull();
        (offer.Status, offer.Visibility).ShouldBe((expected, expectedVisibility));
        offer.Labels.ShouldBeEmpty();
        offer.CreatedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_is_searched_in_the_network()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Search, Page(1, 50, 1, 1001));

        var offers = await network.Get<OffersClient>().SearchAsync(" Summer ", CancellationToken.None);

        offers.ShouldHaveSingleItem().Id.ShouldBe(1001);
        network.Server.Requests[^1].Query.ShouldBe("?page=1&page_size=2000");
        JsonNode.DeepEquals(
            JsonNode.Parse(network.Server.Requests[^1].Body),
            JsonNode.Parse("""{"search_terms":[{"search_type":"name","value":"Summer"}],"filters":{}}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task All_pages_are_read_until_the_total_and_each_offer_is_taken_once()
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 2);
        network.Server.On(Search, Page(1, 2, 5, 1, 2), Page(2, 2, 5, 2, 3), Page(3, 2, 5, 4, 5));

        var offers = await network.Get<OffersClient>().SearchAsync(null, CancellationToken.None);

        offers.Select(offer => offer.Id).ShouldBe([1, 2, 3, 4, 5]);
        network.Server.Requests[^1].Body.ShouldBe("""{"search_terms":[],"filters":{}}""");
    }

    [Fact]
    public async Task A_list_that_shrank_while_it_was_read_ends()
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 2);
        network.Server.On(Search, Page(1, 2, 5, 1, 2), Page(2, 2, 5, 3), Page(3, 2, 5));

        var offers = await network.Get<OffersClient>().SearchAsync(null, CancellationToken.None);

        offers.Select(offer => offer.Id).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_server_that_always_gives_the_same_page_does_not_keep_us()
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 2);
        network.Server.On(Search, Page(1, 2, 900, 1, 2));

        var offers = await network.Get<OffersClient>().SearchAsync(null, CancellationToken.None);

        offers.Select(offer => offer.Id).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Without_a_total_a_short_page_is_the_last_one()
    {
        await using var network = await Network.StartAsync(configure: options => options.PageSize = 2);
        network.Server.On(
            Search,
            ScriptedReply.Json("""{"offers":[{"network_offer_id":1},{"network_offer_id":2}]}"""),
            ScriptedReply.Json("""{"offers":[{"network_offer_id":3}]}"""));

        var offers = await network.Get<OffersClient>().SearchAsync(null, CancellationToken.None);

        offers.Select(offer => offer.Id).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("""{"affiliates":[]}""")]
    [InlineData("""{"offers":[{"name":"no id"}]}""")]
    [InlineData("""{"offers":[{"network_offer_id":99999999999}]}""")]
    [InlineData("""{"offers":{}}""")]
    public async Task A_reply_that_is_no_list_of_offers_is_malformed(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Search, ScriptedReply.Json(reply));

        var ask = () => network.Get<OffersClient>().SearchAsync(null, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    private static ScriptedReply Page(int page, int size, int total, params int[] ids)
    {
        var offers = string.Join(',', ids.Select(id => $$"""{"network_offer_id":{{id}},"name":"Offer {{id}}"}"""));
        return ScriptedReply.Json($$$"""{"offers":[{{{offers}}}],"paging":{"page":{{{page}}},"page_size":{{{size}}},"total_count":{{{total}}}}}""");
    }
}
