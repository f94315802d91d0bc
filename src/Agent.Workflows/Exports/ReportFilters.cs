using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.Exports;

/// <summary>Offer, partner and country of a request as filters.</summary>
internal sealed class ReportFilters(CountryFilters countries)
{
    public async ValueTask<IReadOnlyList<ReportFilter>> OfAsync(ExportReportRequest request, CancellationToken cancellationToken)
    {
        var filters = new List<ReportFilter>(await countries.OfAsync(request.Country, cancellationToken));
        if (request.OfferId is { } offer)
        {
            filters.Add(ReportFilter.Offer(offer));
        }

        if (request.PartnerId is { } partner)
        {
            filters.Add(ReportFilter.Partner(partner));
        }

        return filters;
    }
}
