using System.Text.Json.Nodes;
using PromptLab.Everflow.Offers;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Tests.Network;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Workflows.Tests.TopLandingPages;

public sealed class TopLandingPagesWorkflowTests
{
    private static readonly DateRange December = new(new DateOnly(2024, 12, 1), new DateOnly(2024, 12, 31));

    [Fact]
    public async Task The_report_is_of_the_offer_the_days_and_the_country_by_the_apis_own_name()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Offer").WithReport(_ => [Row("51", 100, 30), Row("52", 100, 25)]);

        await everflow.TopLandingPages.RunAsync(Request(new Country("CZ", "Czechia")), CancellationToken.None);

        var query = everflow.ReportQueries().ShouldHaveSingleItem();
        (query["from"]!.GetValue<string>(), query["to"]!.GetValue<string>()).ShouldBe(("2024-12-01", "2024-12-31"));
        Filters(query).ShouldBe(["offer=1", "country=Czech Republic"]);
    }

    [Fact]
    public async Task A_country_without_traffic_falls_back_to_all_countries_and_says_so()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Offer")
            .WithReport(query => Filters(query).Contains("country=Japan") ? [] : [Row("51", 100, 30), Row("52", 100, 25)]);

        var result = await everflow.TopLandingPages.RunAsync(Request(new Country("JP", "Japan")), CancellationToken.None);

        result.IsAllCountries.ShouldBeTrue();
        result.Ranked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("paused", OfferStatus.Paused)]
    [InlineData("active", OfferStatus.Active)]
    public async Task Without_traffic_the_offers_status_is_told(string status, OfferStatus expected)
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(2, "Other").WithReport(_ => []);
        everflow.Server.On("GET /v1/networks/offers/1", Testing.Http.ScriptedReply.Json($$"""{"network_offer_id":1,"name":"Offer","offer_status":"{{status}}"}"""));

        var result = await everflow.TopLandingPages.RunAsync(Request(country: null), CancellationToken.None);

        result.Verdict.ShouldBe(new LandingPageVerdict.NoTraffic(expected));
        result.IsAllCountries.ShouldBeFalse();
    }

    [Fact]
    public async Task An_offer_that_is_gone_has_no_status()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithReport(_ => []);

        var result = await everflow.TopLandingPages.RunAsync(Request(country: null), CancellationToken.None);

        result.Verdict.ShouldBe(new LandingPageVerdict.NoTraffic(null));
    }

    private static TopLandingPagesRequest Request(Country? country) => new(1, "Offer", country, December, MinConversions: 20, Top: 3, []);

    private static JsonObject Row(string id, int clicks, int conversions) => ScriptedEverflow.Row("offer_url", id, $"Page {id}", clicks, conversions);

    private static IEnumerable<string> Filters(JsonObject query) =>
        query["query"]!["filters"]!.AsArray().Select(filter => $"{filter!["resource_type"]}={filter["filter_id_value"]}");
}
