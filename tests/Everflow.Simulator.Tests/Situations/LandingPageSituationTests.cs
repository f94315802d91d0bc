using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Situations;

[Collection(ReadOnlyNetwork.Name)]
public sealed class LandingPageSituationTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData("Germany", 7)]
    [InlineData("France", 7)]
    [InlineData("United States", 30)]
    [InlineData("United Kingdom", 30)]
    [InlineData("Netherlands", 30)]
    [InlineData("Spain", 30)]
    [InlineData("Italy", 30)]
    [InlineData("Poland", 30)]
    [InlineData("Canada", 30)]
    [InlineData("Australia", 30)]
    public async Task Summer_promo_has_a_clear_winner_in_each_country(string country, int days)
    {
        var rows = await PagesAsync(Planted.SummerPromo, days, ("country", country));

        var (winner, second) = (rows.Single(row => row.Id == $"{Planted.SummerPageV2}"), rows.Single(row => row.Id == $"{Planted.SummerPageV1}"));
        second.Conversions.ShouldBeGreaterThanOrEqualTo(20);
        Wilson(winner).Low.ShouldBeGreaterThan(Wilson(second).High);
    }

    [Fact]
    public async Task Summer_promo_has_some_traffic_on_the_default_page()
    {
        var rows = await PagesAsync(Planted.SummerPromo, 30);

        var ids = rows.Select(row => row.Id).ToArray();
        ids.ShouldBe(["0", $"{Planted.SummerPageV2}", $"{Planted.SummerPageV1}"], ignoreOrder: true);
        Wilson(rows.Single(row => row.Id == "0")).High.ShouldBeLessThan(Wilson(rows.Single(row => row.Id == $"{Planted.SummerPageV2}")).Low);
    }

    [Theory]
    [InlineData(Planted.HolidaySpecial, Planted.HolidayMainPage)]
    [InlineData(Planted.EvergreenOfferA, Planted.GenericOfferPage)]
    public async Task Single_pages_stand_alone(int offer, int page)
    {
        var rows = await PagesAsync(offer, 30);

        rows.Single().Id.ShouldBe($"{page}");
        rows.Single().Conversions.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(90)]
    public async Task The_tie_is_no_real_gap(int days)
    {
        var rows = await PagesAsync(Planted.TieOffer, days);

        rows.Select(row => row.Conversions).ShouldBe([30 * days, 31 * days]);
        Wilson(rows[0]).High.ShouldBeGreaterThan(Wilson(rows[1]).Low);
    }

    [Fact]
    public async Task Equal_pages_have_equal_figures()
    {
        var rows = await PagesAsync(Planted.EqualOffer, 30);

        rows.Select(row => (row.Clicks, row.Conversions)).ShouldBe([(15_000, 450), (15_000, 450)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Too_little_data_stays_too_little_in_any_thirty_days(int shift)
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(29 + shift, shift, "offer_url") { Filters = [("offer", Planted.TooLittleDataOffer)] });

        rows.Select(row => row.Conversions).ShouldBe([12, 6]);
    }

    private Task<IReadOnlyList<ReportLine>> PagesAsync(int offer, int days, params (string, object)[] filters) =>
        simulator.Api.ReportAsync(new ReportAsk(days, 1, "offer_url") { Filters = [("offer", offer), .. filters] });

    private static (double Low, double High) Wilson(ReportLine row)
    {
        const double z = 1.96;
        double n = row.Clicks, p = row.Conversions / n;
        var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        var reach = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return (middle - reach, middle + reach);
    }
}
