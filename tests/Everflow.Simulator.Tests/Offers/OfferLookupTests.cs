using System.Net;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Offers;

[Collection(ReadOnlyNetwork.Name)]
public sealed class OfferLookupTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData(1001, "Summer Promo 2024", "public")]
    [InlineData(1002, "Holiday Special", "require_approval")]
    [InlineData(1003, "Evergreen Offer A", "public")]
    [InlineData(1004, "Winter Campaign", "require_approval")]
    [InlineData(1005, "New Year Deal", "public")]
    public async Task The_catalogues_offers_exist(int id, string name, string visibility)
    {
        var offer = await simulator.Api.GetAsync($"/networks/offers/{id}");

        ((string?)offer["name"]).ShouldBe(name);
        ((string?)offer["visibility"]).ShouldBe(visibility);
        ((string?)offer["offer_status"]).ShouldBe("active");
        ((string?)offer["currency_id"]).ShouldBe("EUR");
        ((int)offer["network_advertiser_id"]!).ShouldBe(Planted.InternalAdvertiser);
    }

    [Fact]
    public async Task An_unknown_offer_is_not_found()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, "/networks/offers/7777");

        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task There_are_nine_hundred_offers()
    {
        var reply = await simulator.Api.GetAsync("/networks/offers?page_size=2000");

        reply["offers"]!.AsArray().Count.ShouldBe(900);
        ((int)reply["paging"]!["total_count"]!).ShouldBe(900);
    }

    [Fact]
    public async Task Pages_of_fifty_cover_every_offer_once()
    {
        var ids = new List<int>();
        for (var page = 1; page <= 18; page++)
        {
            var reply = await simulator.Api.GetAsync($"/networks/offers?page={page}");
            ids.AddRange(reply["offers"]!.AsArray().Select(offer => (int)offer!["network_offer_id"]!));
        }

        ids.Count.ShouldBe(900);
        ids.Distinct().Count().ShouldBe(900);
    }

    [Fact]
    public async Task A_page_after_the_last_one_is_empty()
    {
        var reply = await simulator.Api.GetAsync("/networks/offers?page=2000000000&page_size=2000");

        reply["offers"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("offer_status%3Dpaused", "offer_status", "paused")]
    [InlineData("visibility%3Dprivate", "visibility", "private")]
    public async Task A_list_can_be_filtered(string filter, string field, string value)
    {
        var reply = await simulator.Api.GetAsync($"/networks/offers?page_size=2000&filter={filter}");

        reply["offers"]!.AsArray().ShouldNotBeEmpty();
        reply["offers"]!.AsArray().ShouldAllBe(offer => (string?)offer![field] == value);
    }

    [Fact]
    public async Task Filters_compare_numbers_as_numbers()
    {
        var reply = await simulator.Api.GetAsync("/networks/offers?filter=network_offer_id%3C1004&filter=network_offer_id%3E1001");

        reply["offers"]!.AsArray().Select(offer => (int)offer!["network_offer_id"]!).ShouldBe([1002, 1003]);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_has_no_effect()
    {
        var reply = await simulator.Api.GetAsync("/networks/offers?filter=nonsense&filter=unheard_of%3D1");

        ((int)reply["paging"]!["total_count"]!).ShouldBe(900);
    }

    [Fact]
    public async Task Relationships_come_when_they_are_asked_for()
    {
        var plain = await simulator.Api.GetAsync("/networks/offers/1001");
        var related = await simulator.Api.GetAsync("/networks/offers/1001?relationship=visibility&relationship=urls&relationship=advertiser");

        plain["relationship"]!["urls"].ShouldBeNull();
        ((int)related["relationship"]!["urls"]!["total"]!).ShouldBe(2);
        ((int)related["relationship"]!["visibility"]!["network_offer_id"]!).ShouldBe(1001);
        ((string?)related["relationship"]!["advertiser"]!["name"]).ShouldBe("Huis & Merk BV");
    }

    [Fact]
    public async Task Prices_are_in_whole_units()
    {
        var offer = await simulator.Api.GetAsync("/networks/offers/1001");

        var price = offer["relationship"]!["payout_revenue"]!["entries"]!.AsArray().Single()!;
        ((decimal)price["payout_amount"]!).ShouldBe(12.00m);
        ((decimal)price["revenue_amount"]!).ShouldBe(18.00m);
    }
}
