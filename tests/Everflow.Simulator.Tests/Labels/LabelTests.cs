using System.Net;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Labels;

[Collection(ReadOnlyNetwork.Name)]
public sealed class LabelTests(SimulatorFixture simulator)
{
    [Fact]
    public async Task The_internal_label_belongs_to_the_catalogues_advertiser_alone()
    {
        var label = await simulator.Api.GetAsync("/networks/labels/Advertiser_Internal");

        label["advertiser_ids"]!.AsArray().Select(id => (int)id!).ShouldBe([Planted.InternalAdvertiser]);
        label["offer_ids"]!.AsArray().ShouldBeEmpty();
        label["affiliate_ids"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Labels_of_partners_and_offers_are_listed_with_their_ids()
    {
        var reply = await simulator.Api.GetAsync("/networks/labels");

        var labels = reply["labels"]!.AsArray().ToDictionary(label => (string)label!["label"]!);
        labels["Search"]!["affiliate_ids"]!.AsArray().Select(id => (int)id!).ShouldContain(Planted.PremiumTrafficPartners);
        labels["Exclusive"]!["offer_ids"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_label_is_not_found()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, "/networks/labels/unheard");

        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
