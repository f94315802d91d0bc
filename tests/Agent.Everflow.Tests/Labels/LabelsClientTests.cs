using PromptLab.Everflow.Labels;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Labels;

public sealed class LabelsClientTests
{
    private const string Internal = """{"label":"Advertiser Internal/1","advertiser_ids":[7],"offer_ids":[1001,"1002"],"affiliate_ids":null}""";

    [Fact]
    public async Task A_label_is_found_by_its_text()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/labels/Advertiser Internal%2F1", ScriptedReply.Json(Internal));

        var label = await network.Get<LabelsClient>().FindAsync("Advertiser Internal/1", CancellationToken.None);

        label.ShouldNotBeNull();
        label.Text.ShouldBe("Advertiser Internal/1");
        label.AdvertiserIds.ShouldBe([7]);
        label.OfferIds.ShouldBe([1001, 1002]);
        label.PartnerIds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none")]
    [InlineData(" ")]
    public async Task An_unknown_label_is_no_failure(string text)
    {
        await using var network = await Network.StartAsync();

        var label = await network.Get<LabelsClient>().FindAsync(text, CancellationToken.None);

        label.ShouldBeNull();
    }

    [Fact]
    public async Task All_labels_are_listed()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/labels", ScriptedReply.Json($$"""{"labels":[{{Internal}},null]}"""));

        var labels = await network.Get<LabelsClient>().ListAsync(CancellationToken.None);

        labels.ShouldHaveSingleItem().AdvertiserIds.ShouldBe([7]);
    }
}
