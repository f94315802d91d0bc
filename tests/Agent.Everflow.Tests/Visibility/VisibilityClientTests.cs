using PromptLab.Everflow.Visibility;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Visibility;

public sealed class VisibilityClientTests
{
    private const string Set = "PATCH /v1/networks/affiliates/12345/offers/visibility";

    [Fact]
    public async Task The_settings_of_an_offer_are_read()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/1001/visibility", ScriptedReply.Json(
            """{"network_id":1,"network_offer_id":1001,"network_affiliate_visible_ids":[1,2],"network_affiliate_rejected_ids":["3",2],"network_affiliate_hidden_ids":null}"""));

        var partners = await network.Get<VisibilityClient>().GetAsync(1001, CancellationToken.None);

        partners.ShouldNotBeNull();
        partners.Of(1).ShouldBe(PartnerVisibility.Visible);
        partners.Of(2).ShouldBe(PartnerVisibility.Rejected);
        partners.Of(3).ShouldBe(PartnerVisibility.Rejected);
        partners.Of(4).ShouldBeNull();
    }

    [Fact]
    public async Task A_hidden_partner_is_hidden()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/1/visibility", ScriptedReply.Json("""{"network_offer_id":1,"network_affiliate_hidden_ids":[9]}"""));

        var partners = await network.Get<VisibilityClient>().GetAsync(1, CancellationToken.None);

        partners!.Of(9).ShouldBe(PartnerVisibility.Hidden);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"network_offer_id":1001}""")]
    public async Task A_reply_without_lists_does_not_pass_for_nothing_set(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/offers/1001/visibility", ScriptedReply.Json(reply));

        var ask = () => network.Get<VisibilityClient>().GetAsync(1001, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    [Theory]
    [InlineData(PartnerVisibility.Visible, "visible")]
    [InlineData(PartnerVisibility.Hidden, "hidden")]
    [InlineData(PartnerVisibility.Rejected, "rejected")]
    public async Task Setting_touches_one_partner_and_one_offer(PartnerVisibility visibility, string name)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Set, ScriptedReply.Json("""{"result":true}"""));

        await network.Get<VisibilityClient>().SetAsync(12345, 1001, visibility, CancellationToken.None);

        network.Server.Requests[^1].Body.ShouldBe($$"""{"network_offer_ids":[1001],"visibility_type":"{{name}}"}""");
    }

    public static TheoryData<ScriptedReply> AnswersThatMeanDone => new()
    {
        new ScriptedReply(204, ""),
        ScriptedReply.Json(""),
        ScriptedReply.Json("true"),
        ScriptedReply.Json("""{"other":{"result":false}}"""),
    };

    [Theory]
    [MemberData(nameof(AnswersThatMeanDone), DisableDiscoveryEnumeration = true)]
    public async Task Done_is_said_in_several_ways(ScriptedReply answer)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Set, answer);

        var failure = await Record.ExceptionAsync(
            () => network.Get<VisibilityClient>().SetAsync(12345, 1001, PartnerVisibility.Visible, CancellationToken.None));

        failure.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"result":false}""")]
    [InlineData("false")]
    public async Task A_no_is_a_failure(string answer)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Set, ScriptedReply.Json(answer));

        var set = () => network.Get<VisibilityClient>().SetAsync(12345, 1001, PartnerVisibility.Visible, CancellationToken.None);

        (await set.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.BadRequest);
    }
}
