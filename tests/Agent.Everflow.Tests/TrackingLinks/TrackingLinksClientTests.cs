using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.TrackingLinks;

public sealed class TrackingLinksClientTests
{
    private const string Create = "POST /v1/networks/tracking/offers/clicks";

    [Fact]
    public async Task The_networks_own_link_is_given_back()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Create, ScriptedReply.Json("""{"url":"https://www.track.test/9W598/2CTPL/?sub1=a%20b"}"""));

        var link = await network.Get<TrackingLinksClient>()
            .CreateAsync(new(12345, 1001, 5001) { Sub1 = "a b", Sub5 = "e", SourceId = "s" }, CancellationToken.None);

        link.ShouldBe("https://www.track.test/9W598/2CTPL/?sub1=a%20b");
        JsonNode.DeepEquals(
            JsonNode.Parse(network.Server.Requests[^1].Body),
            JsonNode.Parse("""{"network_offer_id":1001,"network_affiliate_id":12345,"network_offer_url_id":5001,"source_id":"s","sub1":"a b","sub5":"e"}"""))
            .ShouldBeTrue(network.Server.Requests[^1].Body);
    }

    [Fact]
    public async Task What_was_not_asked_is_not_sent()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Create, ScriptedReply.Json("""{"url":"https://www.track.test/1/2/"}"""));

        await network.Get<TrackingLinksClient>().CreateAsync(new(12345, 1001), CancellationToken.None);

        network.Server.Requests[^1].Body.ShouldBe("""{"network_offer_id":1001,"network_affiliate_id":12345}""");
    }

    [Theory]
    [InlineData("""{"tracking_url":"https://www.track.test/1/2/"}""")]
    [InlineData("""{"url":""}""")]
    [InlineData("""{"url":"/1/2/"}""")]
    [InlineData("""{"url":"javascript:alert(1)"}""")]
    public async Task Anything_but_a_web_address_is_malformed(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Create, ScriptedReply.Json(reply));

        var create = () => network.Get<TrackingLinksClient>().CreateAsync(new(12345, 1001), CancellationToken.None);

        (await create.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    [Fact]
    public async Task A_refused_link_carries_the_networks_words_apart_from_the_message()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Create, ScriptedReply.Failure(400, "Affiliate 12345 has no visibility"));

        var create = () => network.Get<TrackingLinksClient>().CreateAsync(new(12345, 1001), CancellationToken.None);

        var failure = await create.ShouldThrowAsync<EverflowException>();
        failure.Kind.ShouldBe(EverflowFailure.BadRequest);
        failure.Status.ShouldBe(HttpStatusCode.BadRequest);
        failure.UpstreamMessage.ShouldBe("Affiliate 12345 has no visibility");
        failure.Message.ShouldNotContain("12345");
    }
}
