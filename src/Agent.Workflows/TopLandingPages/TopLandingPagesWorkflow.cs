using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>WF2: which landing page of an offer converts best. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class TopLandingPagesWorkflow
{
    private static readonly string[] Columns = [ReportColumn.LandingPage];
    private readonly ReportsClient _reports;
    private readonly CountryFilters _countries;
    private readonly Catalogue _catalogue;

    internal TopLandingPagesWorkflow(ReportsClient reports, CountryFilters countries, Catalogue catalogue) =>
        (_reports, _countries, _catalogue) = (reports, countries, catalogue);

    public async Task<TopLandingPagesResult> RunAsync(TopLandingPagesRequest request, CancellationToken cancellationToken)
    {
        var table = await ReadAsync(request, request.Country, cancellationToken);
        var pages = LandingPageRanking.Read(table);
        var isAllCountries = false;
        if (pages.Count == 0 && request.Country is not null)
        {
            table = await ReadAsync(request, country: null, cancellationToken);
            pages = LandingPageRanking.Read(table);
            isAllCountries = pages.Count > 0;
        }

        return pages.Count > 0
            ? LandingPageRanking.Rank(pages, request.MinConversions, table.IsComplete, isAllCountries)
            : await NothingAsync(request.OfferId, table.IsComplete, cancellationToken);
    }

    private async Task<ReportTable> ReadAsync(TopLandingPagesRequest request, Country? country, CancellationToken cancellationToken)
    {
        ReportFilter[] filters = [ReportFilter.Offer(request.OfferId), .. await _countries.OfAsync(country, cancellationToken)];
        return await _reports.GetTableAsync(new ReportQuery(request.Range.From, request.Range.To, Columns, filters), cancellationToken);
    }

    private async Task<TopLandingPagesResult> NothingAsync(int offerId, bool isComplete, CancellationToken cancellationToken)
    {
        var offer = await _catalogue.FindOfferAsync(offerId, cancellationToken);
        return new TopLandingPagesResult([], [], null, new LandingPageVerdict.NoTraffic(offer?.Status), isComplete, IsAllCountries: false);
    }
}
