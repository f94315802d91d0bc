using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Offers;

[Collection(ReadOnlyNetwork.Name)]
public sealed class OfferSearchTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData("deal", 1005)]
    [InlineData("winter", 1004)]
    [InlineData("SUMMER", 1001)]
    [InlineData("holiday special", 1002)]
    [InlineData("evergreen", 1003)]
    [InlineData("1004", 1004)]
    public async Task A_word_of_the_catalogue_finds_its_offer_alone(string words, int id)
    {
        var found = await SearchAsync(new { search_terms = new[] { new { search_type = "name", value = words } } });

        found.ShouldBe([id]);
    }

    [Fact]
    public async Task The_prefix_sharing_offers_are_both_found()
    {
        var found = await SearchAsync(new { search_terms = new[] { new { search_type = "name", value = "solar check" } } });

        found.ShouldBe([Planted.PrefixNameOffer, Planted.PrefixNameLongerOffer]);
    }

    [Fact]
    public async Task Filters_must_all_hold_and_their_values_are_alternatives()
    {
        var found = await SearchAsync(new { filters = new { network_advertiser_ids = new[] { Planted.InternalAdvertiser }, visibilities = new[] { "require_approval", "private" }, offer_status = "active" } });

        found.ShouldContain(Planted.HolidaySpecial);
        found.ShouldNotContain(Planted.SummerPromo);
    }

    [Fact]
    public async Task Offers_are_found_by_their_advertisers_name()
    {
        var found = await SearchAsync(new { search_terms = new[] { new { search_type = "advertiser_name", value = "huis & merk" } } });

        found.Count.ShouldBeGreaterThan(20);
        found.ShouldContain(Planted.NewYearDeal);
    }

    [Fact]
    public async Task Offers_are_found_by_category_and_label()
    {
        var byCategory = await SearchAsync(new { filters = new { network_category_ids = new[] { 7 } } });
        var byLabel = await SearchAsync(new { filters = new { labels = new[] { "Exclusive" } } });

        byCategory.Count.ShouldBeInRange(40, 160);
        byLabel.Count.ShouldBeInRange(40, 200);
    }

    [Fact]
    public async Task An_encoded_value_is_found_exactly()
    {
        var link = await simulator.Api.PostAsync("/networks/tracking/offers/clicks", new { network_offer_id = 1001, network_affiliate_id = 12345 });
        var code = new Uri((string)link["url"]!).Segments[2].Trim('/');

        var found = await SearchAsync(new { search_terms = new[] { new { search_type = "encoded_value", value = code } } });

        found.ShouldBe([1001]);
    }

    [Fact]
    public async Task Paging_is_read_from_the_body_as_well()
    {
        var flat = await simulator.Api.PostAsync("/networks/offerstable", new { page = 2, page_size = 10 });
        var nested = await simulator.Api.PostAsync("/networks/offerstable", new { paging = new { page = 2, page_size = 10 } });

        ((int)flat["offers"]![0]!["network_offer_id"]!).ShouldBe(1011);
        ((int)nested["offers"]![0]!["network_offer_id"]!).ShouldBe(1011);
    }

    [Fact]
    public async Task Malformed_terms_have_no_effect()
    {
        var found = await simulator.Api.PostAsync("/networks/offers/table", new { search_terms = new object[] { "text", new { search_type = "unheard_of", value = "x" }, new { search_type = "name" } } });

        ((int)found["paging"]!["total_count"]!).ShouldBe(900);
    }

    private async Task<IReadOnlyList<int>> SearchAsync(object body)
    {
        var reply = await simulator.Api.PostAsync("/networks/offerstable?page_size=2000", body);
        return [.. reply["offers"]!.AsArray().Select(offer => (int)offer!["network_offer_id"]!)];
    }
}
