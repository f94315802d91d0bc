using System.Globalization;
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
    public async Task<ReportTable> ReadAsync(DateRange range, CancellationToken cancellationToken) => Over(await ReadPartnersAsync(range, cancellationToken));

    /// <summary>The same by day, for the partners and offers that have enough clicks in the whole range.</summary>
    public async Task<ReportTable> ReadDaysAsync(DateRange range, CancellationToken cancellationToken)
    {
        var whole = await ReadPartnersAsync(range, cancellationToken);
        var over = Over(whole);
        if (over.Rows.Count == 0)
        {
            return over;
        }

        var partners = over.Rows.Select(row => row.Partner().Id).ToHashSet();
        var offers = over.Rows.Select(row => row.Offer().Id).ToHashSet();
        ReportRow[] wanted = [.. whole.Rows.Where(row => partners.Contains(row.Partner().Id) && offers.Contains(row.Offer().Id))];
        var query = new ReportQuery(
            range.From, range.To, DayColumns, [.. partners.Order().Select(ReportFilter.Partner), .. offers.Order().Select(ReportFilter.Offer)]);
        return Over(await ReadPagesAsync(query, wanted, cancellationToken) ?? Counted(await reports.GetTableAsync(query, cancellationToken), whole.IsComplete));
    }

    /// <summary>
    /// Most rows are of other pages. That reports can be filtered by page is not documented, so the reply is only used when its
    /// clicks are all that there are; null otherwise.
    /// </summary>
    private async Task<ReportTable?> ReadPagesAsync(ReportQuery query, ReportRow[] wanted, CancellationToken cancellationToken)
    {
        var pages = wanted.Select(row => row.LandingPage().Id).Distinct().Order()
            .Select(id => new ReportFilter(ReportColumn.LandingPage, id.ToString(CultureInfo.InvariantCulture)));
        var table = Counted(await reports.GetTableAsync(query with { Filters = [.. query.Filters, .. pages] }, cancellationToken));
        return table.IsComplete && Clicks(table.Rows) == Clicks(wanted) ? table : null;
    }

    /// <summary>All rows by partner that count, for the offers that have a default page with enough clicks.</summary>
    private async Task<ReportTable> ReadPartnersAsync(DateRange range, CancellationToken cancellationToken)
    {
        var pages = await reports.GetTableAsync(new ReportQuery(range.From, range.To, PageColumns, []), cancellationToken);
        var offers = pages.Rows.Where(row => IsOver(row) && Counts(row)).Select(row => row.Offer().Id).Distinct().Order().ToArray();
        if (offers.Length == 0)
        {
            return pages with { Rows = [] };
        }

        var query = new ReportQuery(range.From, range.To, PartnerColumns, [.. offers.Select(ReportFilter.Offer)]);
        return Counted(await reports.GetTableAsync(query, cancellationToken), pages.IsComplete);
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

    private ReportTable Over(ReportTable table) => table with { Rows = [.. table.Rows.Where(IsOver)] };

    private ReportTable Counted(ReportTable table, bool isComplete = true) =>
        new([.. table.Rows.Where(row => request.Counts(row.Partner(), row.Offer(), row.LandingPage()))], table.IsComplete && isComplete);

    private static long Clicks(IEnumerable<ReportRow> rows) => rows.Sum(row => row.Metrics.Clicks);

    private bool IsOver(ReportRow row) => row.Metrics.Clicks > request.ClickThreshold;

    private bool Counts(ReportRow row) => request.Counts(row.LandingPage()) && !request.ExcludedOffers.Contains(row.Offer().Id);
}
