using Microsoft.Extensions.DependencyInjection;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Networks;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Visibility;
using PromptLab.Simulator;

namespace PromptLab.Everflow.Tests.Simulated;

/// <summary>The clients against the simulated network, over real HTTP.</summary>
public sealed class SimulatedNetworkTests(SimulatedAccount account) : IClassFixture<SimulatedAccount>
{
    private static readonly DateOnly From = new(2024, 12, 16);
    private static readonly DateOnly To = new(2025, 1, 14);

    [Fact]
    public async Task The_key_is_accepted()
    {
        var network = await Get<NetworkClient>().GetAsync(CancellationToken.None);

        network.Name.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_is_told_from_other_failures()
    {
        await using var strangers = account.Services("wrong");

        var ask = () => strangers.GetRequiredService<NetworkClient>().GetAsync(CancellationToken.None);

        var failure = await ask.ShouldThrowAsync<EverflowException>();
        failure.Kind.ShouldBe(EverflowFailure.RejectedKey);
        failure.UpstreamMessage.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_whole_catalogue_is_read_page_by_page()
    {
        var offers = await Get<OffersClient>().SearchAsync(null, CancellationToken.None);
        var partners = await Get<PartnersClient>().SearchAsync(null, CancellationToken.None);
        var pages = await Get<LandingPagesClient>().ListAsync(null, CancellationToken.None);

        offers.Count.ShouldBeGreaterThan(800);
        partners.Count.ShouldBeGreaterThan(150);
        pages.Count.ShouldBeGreaterThan(2000);
        offers.Select(offer => offer.Id).ShouldBeUnique();
        pages.Select(page => page.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Entities_are_found_by_id_and_by_name()
    {
        var offer = await Get<OffersClient>().FindAsync(Planted.SummerPromo, CancellationToken.None);
        var byName = await Get<OffersClient>().SearchAsync("summer promo", CancellationToken.None);
        var partner = await Get<PartnersClient>().FindAsync(Planted.PremiumTrafficPartners, CancellationToken.None);
        var unknown = await Get<PartnersClient>().FindAsync(999_999_999, CancellationToken.None);

        offer!.Name.ShouldBe("Summer Promo 2024");
        byName.ShouldContain(found => found.Id == Planted.SummerPromo);
        (partner!.Name, partner.Status).ShouldBe(("Premium Traffic Partners", PartnerStatus.Active));
        unknown.ShouldBeNull();
    }

    [Fact]
    public async Task Page_states_are_read()
    {
        var pages = await Get<LandingPagesClient>().ListAsync(Planted.PageStatesOffer, CancellationToken.None);

        pages.ToDictionary(page => page.Id, page => page.Status).ShouldBe(
            new Dictionary<int, LandingPageStatus>
            {
                [Planted.PageStatesActivePage] = LandingPageStatus.Active,
                [Planted.PageStatesPausedPage] = LandingPageStatus.Paused,
                [Planted.PageStatesDeletedPage] = LandingPageStatus.Deleted,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Two_groupings_of_the_same_days_have_the_same_total()
    {
        var byOffer = await TableAsync(From, To, [ReportColumn.Offer], []);
        var byCountryAndDay = await TableAsync(From, To, [ReportColumn.Country, ReportColumn.Date], []);

        Total(byOffer).ShouldBe(Total(byCountryAndDay));
        Total(byOffer).Clicks.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_report_beyond_ten_thousand_rows_is_split_and_its_sums_hold()
    {
        var whole = await TableAsync(To.AddDays(-1), To, [ReportColumn.Partner, ReportColumn.Offer, ReportColumn.Country, ReportColumn.Date, "sub1"], []);
        var total = await TableAsync(To.AddDays(-1), To, [ReportColumn.Partner], []);

        whole.Rows.Count.ShouldBeGreaterThan(10_000);
        whole.IsComplete.ShouldBeTrue();
        Total(whole).ShouldBe(Total(total));
    }

    [Fact]
    public async Task An_export_has_a_line_per_row()
    {
        var table = await TableAsync(From, To, [ReportColumn.LandingPage], [ReportFilter.Offer(Planted.SummerPromo)]);

        await using var file = await Get<ReportsClient>().ExportTableAsync(
            new(From, To, [ReportColumn.LandingPage], [ReportFilter.Offer(Planted.SummerPromo)]), ReportFormat.Json, CancellationToken.None);

        var lines = (await new StreamReader(file).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(table.Rows.Count);
    }

    [Fact]
    public async Task What_is_set_for_a_partner_can_be_read_back()
    {
        var visibility = Get<VisibilityClient>();

        await visibility.SetAsync(Planted.PremiumTrafficPartners, Planted.PrivateOffer, PartnerVisibility.Visible, CancellationToken.None);

        var partners = await visibility.GetAsync(Planted.PrivateOffer, CancellationToken.None);
        partners!.Of(Planted.PremiumTrafficPartners).ShouldBe(PartnerVisibility.Visible);
    }

    [Fact]
    public async Task Countries_are_filtered_by_the_name_that_the_metadata_gives()
    {
        var countries = await Get<MetadataClient>().GetCountriesAsync(CancellationToken.None);
        var germany = countries.Single(country => country.Code == "DE");

        var table = await TableAsync(From, To, [ReportColumn.Country], [ReportFilter.Country(germany.Name)]);

        table.Rows.ShouldHaveSingleItem().Cell(ReportColumn.Country)!.Label.ShouldBe(germany.Name);
    }

    [Fact]
    public async Task More_requests_than_the_network_allows_are_slowed_down_not_refused()
    {
        var offers = Get<OffersClient>();

        var found = await Task.WhenAll(Enumerable.Range(1001, 60).Select(id => offers.FindAsync(id, CancellationToken.None)));

        found.Count(offer => offer is not null).ShouldBeGreaterThan(4);
    }

    private T Get<T>()
        where T : notnull => account.Get<T>();

    private Task<ReportTable> TableAsync(DateOnly from, DateOnly to, string[] columns, ReportFilter[] filters) =>
        Get<ReportsClient>().GetTableAsync(new(from, to, columns, filters), CancellationToken.None);

    private static ReportMetrics Total(ReportTable table) =>
        table.Rows.Aggregate(default(ReportMetrics), (sum, row) => sum + row.Metrics);
}
