using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.TopOffers;

/// <summary>Ranks the network's offers. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class TopOffersWorkflow
{
    private static readonly string[] Columns = [ReportColumn.Offer];
    private readonly ReportsClient _reports;
    private readonly CountryFilters _countries;

    internal TopOffersWorkflow(ReportsClient reports, CountryFilters countries) => (_reports, _countries) = (reports, countries);

    public async Task<TopOffersResult> RunAsync(TopOffersRequest request, CancellationToken cancellationToken)
    {
        var filters = await _countries.OfAsync(request.Country, cancellationToken);
        var table = await _reports.GetTableAsync(new ReportQuery(request.Range.From, request.Range.To, Columns, filters), cancellationToken);
        OfferFigures[] offers = [.. table.Rows.Where(row => row.Metrics is not { Clicks: 0, Conversions: 0, Revenue: 0, Payout: 0 }).Select(Read)];
        OfferFigures[] ranked = [.. offers
            .Where(offer => offer.Metrics.Conversions >= request.MinConversions && offer.Value(request.SortBy) is not null)
            .OrderByDescending(offer => offer.Value(request.SortBy)).ThenByDescending(offer => offer.Metrics.Conversions)
            .ThenByDescending(offer => offer.Metrics.Clicks).ThenBy(offer => offer.Id)];
        return new TopOffersResult(ranked, offers.Length - ranked.Length, table.IsComplete);
    }

    private static OfferFigures Read(ReportRow row)
    {
        var offer = row.Offer();
        return new OfferFigures(offer.Id, offer.Name, row.Metrics);
    }
}
