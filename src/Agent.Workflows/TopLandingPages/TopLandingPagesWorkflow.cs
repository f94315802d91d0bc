using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>WF2: which landing page of an offer converts best. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class TopLandingPagesWorkflow(ReportsClient reports, Catalogue catalogue)
{
    private static readonly string[] Columns = [ReportColumn.LandingPage];

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

    private Task<ReportTable> ReadAsync(TopLandingPagesRequest request, Country? country, CancellationToken cancellationToken)
    {
        var offer = ReportFilter.Offer(request.OfferId);
        ReportFilter[] filters = country is null ? [offer] : [offer, ReportFilter.Country(country.Name)];
        return reports.GetTableAsync(new ReportQuery(request.Range.From, request.Range.To, Columns, filters), cancellationToken);
    }

    private async Task<TopLandingPagesResult> NothingAsync(int offerId, bool isComplete, CancellationToken cancellationToken)
    {
        var offer = await catalogue.FindOfferAsync(offerId, cancellationToken);
        return new TopLandingPagesResult([], [], null, new LandingPageVerdict.NoTraffic(offer?.Status), isComplete, IsAllCountries: false);
    }
}
