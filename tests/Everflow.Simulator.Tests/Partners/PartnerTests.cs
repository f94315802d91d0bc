using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Partners;

[Collection(ReadOnlyNetwork.Name)]
public sealed class PartnerTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData(12345, "Premium Traffic Partners")]
    [InlineData(23456, "Global Media Network")]
    [InlineData(34567, "Digital Marketing Pro")]
    [InlineData(45678, "Affiliate Masters")]
    [InlineData(56789, "Traffic Boosters Inc")]
    public async Task The_catalogues_partners_exist(int id, string name)
    {
        var partner = await simulator.Api.GetAsync($"/networks/affiliates/{id}");

        ((string?)partner["name"]).ShouldBe(name);
        ((string?)partner["account_status"]).ShouldBe("active");
    }

    [Fact]
    public async Task An_unknown_partner_is_not_found()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, "/networks/affiliates/99999");

        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task There_are_two_hundred_partners()
    {
        var reply = await simulator.Api.GetAsync("/networks/affiliates?page_size=2000");

        reply["affiliates"]!.AsArray().Count.ShouldBe(200);
    }

    [Theory]
    [InlineData("traffic", new[] { 12345, 56789 })]
    [InlineData("john", new int[0])]
    [InlineData("global media", new[] { 23456 })]
    [InlineData("media", new[] { Planted.ShortNamePartner, Planted.ShortNameInsidePartner, 23456 })]
    [InlineData("lakeside leads", new[] { Planted.DuplicateNamePartnerA, Planted.DuplicateNamePartnerB })]
    public async Task Names_are_searched_by_their_parts(string words, int[] ids)
    {
        var found = await SearchAsync(new { search_terms = new[] { new { search_type = "name", value = words } } });

        found.Select(partner => (int)partner!["network_affiliate_id"]!).ShouldBe(ids);
    }

    [Theory]
    [InlineData(Planted.InactivePartner, "inactive")]
    [InlineData(Planted.SuspendedPartner, "suspended")]
    [InlineData(Planted.PendingPartner, "pending")]
    public async Task Partners_in_other_states_are_planted(int id, string status)
    {
        var found = await SearchAsync(new { filters = new { account_status = status } });

        found.ShouldContain(partner => (int)partner!["network_affiliate_id"]! == id);
    }

    [Fact]
    public async Task The_table_has_flat_extras_that_a_single_partner_has_not()
    {
        var row = (await SearchAsync(new { search_terms = new[] { new { search_type = "name", value = "premium" } } })).Single()!;
        var single = await simulator.Api.GetAsync("/networks/affiliates/12345?relationship=visibility");

        ((string?)row["account_manager_name"]).ShouldBe("Anouk Visser");
        single["account_manager_name"].ShouldBeNull();
        ((string?)single["relationship"]!["account_manager"]!["full_name"]).ShouldBe("Anouk Visser");
        single["relationship"]!["visibility"]!["network_offer_visible_ids"]!.AsArray().Select(id => (int)id!).ShouldContain(Planted.HolidaySpecial);
    }

    [Fact]
    public async Task Partners_are_found_by_manager_and_label()
    {
        var found = await SearchAsync(new { filters = new { account_manager_ids = new[] { 11 }, labels = new[] { "Search" } } });

        found.ShouldContain(partner => (int)partner!["network_affiliate_id"]! == Planted.PremiumTrafficPartners);
        found.ShouldAllBe(partner => (int)partner!["account_manager_id"]! == 11);
    }

    [Fact]
    public async Task A_list_can_be_filtered_by_status()
    {
        var reply = await simulator.Api.GetAsync("/networks/affiliates?page_size=2000&filter=account_status%3Dsuspended");

        reply["affiliates"]!.AsArray().ShouldAllBe(partner => (string?)partner!["account_status"] == "suspended");
    }

    private async Task<JsonArray> SearchAsync(object body) =>
        (await simulator.Api.PostAsync("/networks/affiliatestable?page_size=2000", body))["affiliates"]!.AsArray();
}
