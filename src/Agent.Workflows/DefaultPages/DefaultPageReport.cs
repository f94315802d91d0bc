using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>
/// Reads traffic on default pages with small reports. First the pages of all offers, which are few; then partners, asked only for
/// the offers that have such a page with enough clicks: a partner's clicks on a page are never more than the page's.
/// </summary>
internal sealed class DefaultPageReport(ReportsClient reports, DefaultPageCheckRequest request)
{
    private static readonly string[] PageColumns = [ReportColumn.Offer, ReportColumn.LandingPage];
    private static readonly string[] PartnerColumns = [ReportColumn.Partner, ReportColumn.Offer, ReportColumn.LandingPage];
    private static readonly string[] DayColumns = [ReportColumn.Date, .. PartnerColumns];

    /// <summary>Rows by partner over the whole range with more clicks than the threshold.</summary>
    public async Task<ReportTable> ReadAsync(DateRange range, CancellationToken cancellationToken)
    {
        var pages = await reports.GetTableAsync(new ReportQuery(range.From, range.To, PageColumns, []), cancellationToken);
        var offers = pages.Rows.Where(row => IsOver(row) && Counts(row)).Select(row => row.Offer().Id).Distinct().Order().ToArray();
        if (offers.Length == 0)
        {
            return pages with { Rows = [] };
        }

        var query = new ReportQuery(range.From, range.To, PartnerColumns, [.. offers.Select(ReportFilter.Offer)]);
        return Over(await reports.GetTableAsync(query, cancellationToken), pages.IsComplete);
    }

    /// <summary>The same by day, for the partners and offers that have enough clicks in the whole range.</summary>
    public async Task<ReportTable> ReadDaysAsync(DateRange range, CancellationToken cancellationToken)
    {
        var whole = await ReadAsync(range, cancellationToken);
        if (whole.Rows.Count == 0)
        {
            return whole;
        }

        ReportFilter[] filters =
        [
            .. whole.Rows.Select(row => row.Partner().Id).Distinct().Order().Select(ReportFilter.Partner),
            .. whole.Rows.Select(row => row.Offer().Id).Distinct().Order().Select(ReportFilter.Offer),
        ];
        return Over(await reports.GetTableAsync(new ReportQuery(range.From, range.To, DayColumns, filters), cancellationToken), whole.IsComplete);
    }

    /// <summary>What the rows of one day come to.</summary>
    public static DefaultPageCheckResult Sum(DateOnly day, IEnumerable<ReportRow> rows, bool isComplete) => new(
        day,
        [
            .. rows.GroupBy(row => row.Partner().Id)
                .Select(group => new DefaultPagePartner(group.First().Partner(), [.. group.Select(Traffic)
                    .OrderByDescending(traffic => traffic.Clicks).ThenBy(traffic => traffic.Offer.Id).ThenBy(traffic => traffic.LandingPage.Id)]))
                .OrderByDescending(partner => partner.WastedClicks).ThenBy(partner => partner.Partner.Id),
        ],
        isComplete);

    private static DefaultPageTraffic Traffic(ReportRow row) => new(row.Offer(), row.LandingPage(), row.Metrics.Clicks);

    private ReportTable Over(ReportTable table, bool isComplete) =>
        new([.. table.Rows.Where(row => IsOver(row) && request.Counts(row.Partner(), row.Offer(), row.LandingPage()))], table.IsComplete && isComplete);

    private bool IsOver(ReportRow row) => row.Metrics.Clicks > request.ClickThreshold;

    private bool Counts(ReportRow row) => request.Counts(row.LandingPage()) && !request.ExcludedOffers.Contains(row.Offer().Id);
}
