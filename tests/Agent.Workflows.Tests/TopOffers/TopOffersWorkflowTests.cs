using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Tests.Network;
using PromptLab.Workflows.TopOffers;

namespace PromptLab.Workflows.Tests.TopOffers;

public sealed class TopOffersWorkflowTests
{
    private static readonly DateRange December = new(new DateOnly(2024, 12, 1), new DateOnly(2024, 12, 31));

    [Theory]
    [InlineData(OfferSortKey.Conversions, new[] { 1, 2, 3 })]
    [InlineData(OfferSortKey.Revenue, new[] { 2, 1, 3 })]
    [InlineData(OfferSortKey.Payout, new[] { 2, 1, 3 })]
    [InlineData(OfferSortKey.Profit, new[] { 1, 3, 2 })]
    [InlineData(OfferSortKey.Cvr, new[] { 2, 3, 1 })]
    [InlineData(OfferSortKey.Epc, new[] { 2, 1, 3 })]
    [InlineData(OfferSortKey.Clicks, new[] { 1, 2, 3 })]
    public async Task Offers_are_ranked_by_what_was_asked(OfferSortKey key, int[] order)
    {
        await using var everflow = await StartAsync();

        var result = await everflow.TopOffers.RunAsync(Request(key), CancellationToken.None);

        result.Ranked.Select(offer => offer.Id).ShouldBe(order);
    }

    [Fact]
    public async Task Offers_under_the_minimum_are_counted_and_left_out()
    {
        await using var everflow = await StartAsync();

        var result = await everflow.TopOffers.RunAsync(Request(OfferSortKey.Conversions) with { MinConversions = 60 }, CancellationToken.None);

        (result.Ranked.Count, result.LeftOut).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Epc_is_payout_per_click_whatever_the_api_calls_epc()
    {
        await using var everflow = await StartAsync();

        var result = await everflow.TopOffers.RunAsync(Request(OfferSortKey.Epc), CancellationToken.None);

        result.Ranked[0].Epc.ShouldBe(0.5m);
    }

    [Fact]
    public async Task A_country_limits_the_report()
    {
        await using var everflow = await StartAsync();

        await everflow.TopOffers.RunAsync(Request(OfferSortKey.Clicks) with { Country = new Country("FR", "France") }, CancellationToken.None);

        everflow.ReportQueries()[0]["query"]!["filters"]![0]!["filter_id_value"]!.GetValue<string>().ShouldBe("France");
    }

    private static TopOffersRequest Request(OfferSortKey key) => new(Country: null, December, key, Top: 10, MinConversions: 0);

    private static async Task<ScriptedEverflow> StartAsync() => (await ScriptedEverflow.StartAsync()).WithReport(_ =>
    [
        ScriptedEverflow.Row("offer", "1", "One", clicks: 5000, conversions: 100, revenue: 900, payout: 300),
        ScriptedEverflow.Row("offer", "2", "Two", clicks: 2000, conversions: 90, revenue: 1000, payout: 1000),
        ScriptedEverflow.Row("offer", "3", null, clicks: 1900, conversions: 50, revenue: 100, payout: 50),
        ScriptedEverflow.Row("offer", "4", "Idle", clicks: 0, conversions: 0),
    ]);
}
