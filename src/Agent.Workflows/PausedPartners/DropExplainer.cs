using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>Finds what carries the loss of partners: one report per period for all of them together.</summary>
internal sealed class DropExplainer(ReportsClient reports, Catalogue catalogue, NetworkCalendar calendar)
{
    private const int MostCarriers = 3;
    private const decimal Most = 0.8m;
    private static readonly string[] Columns = [ReportColumn.Partner, ReportColumn.Offer, ReportColumn.LandingPage, ReportColumn.Country];

    public async Task<IReadOnlyList<PausedPartner>> ExplainAsync(
        PausedPartnerCheckRequest request, IReadOnlyList<PartnerDrop> drops, CancellationToken cancellationToken)
    {
        ReportFilter[] partners = [.. drops.Select(drop => ReportFilter.Partner(drop.Partner.Id))];
        var tables = await Task.WhenAll(new[] { request.Before, request.Now }.Select(range =>
            reports.GetTableAsync(new ReportQuery(range.From, range.To, Columns, partners), cancellationToken)));
        var (before, now) = (tables[0].Rows.ToLookup(row => row.Partner().Id), tables[1].Rows.ToLookup(row => row.Partner().Id));
        var explained = new List<PausedPartner>(drops.Count);
        foreach (var drop in drops)
        {
            var id = drop.Partner.Id;
            explained.Add(new PausedPartner(drop, await ExplainAsync(drop, [.. before[id]], [.. now[id]], cancellationToken)));
        }

        return explained;
    }

    private async Task<DropExplanation> ExplainAsync(PartnerDrop drop, ReportRow[] before, ReportRow[] now, CancellationToken cancellationToken) => new(
        Carriers(drop, before, now, row => Carrier(row.Offer())),
        Carriers(drop, before, now, PageOf),
        Carriers(drop, before, now, row => (null, CountryOf(row))),
        await StoppedAsync(before, cancellationToken));

    private static List<DropCarrier> Carriers(
        PartnerDrop drop, ReportRow[] before, ReportRow[] now, Func<ReportRow, (int? Id, string Name)> carrier)
    {
        var (earlier, later) = (Revenue(before, carrier), Revenue(now, carrier));
        var named = 0m;
        var carriers = new List<DropCarrier>();
        foreach (var found in earlier
            .Select(pair => new DropCarrier(pair.Key.Id, pair.Key.Name, pair.Value, later.GetValueOrDefault(pair.Key), 0))
            .Where(found => found.LostRevenue > 0)
            .OrderByDescending(found => found.LostRevenue).ThenBy(found => found.Name, StringComparer.Ordinal).Take(MostCarriers))
        {
            carriers.Add(found with { Share = found.LostRevenue / drop.LostRevenue });
            named += carriers[^1].Share;
            if (named >= Most)
            {
                break;
            }
        }

        return carriers;
    }

    private static Dictionary<(int? Id, string Name), decimal> Revenue(ReportRow[] rows, Func<ReportRow, (int? Id, string Name)> carrier) =>
        rows.GroupBy(carrier).ToDictionary(group => group.Key, group => group.Sum(row => row.Metrics.Revenue));

    private async Task<List<StoppedOffer>> StoppedAsync(ReportRow[] before, CancellationToken cancellationToken)
    {
        var stopped = new List<StoppedOffer>();
        foreach (var group in before.GroupBy(row => row.Offer().Id).Where(group => group.Sum(row => row.Metrics.Revenue) > 0)
            .OrderByDescending(group => group.Sum(row => row.Metrics.Revenue)))
        {
            if (await catalogue.FindOfferAsync(group.Key, cancellationToken) is { Status: OfferStatus.Paused or OfferStatus.Deleted } offer)
            {
                var status = offer.Status == OfferStatus.Paused ? "paused" : "deleted";
                stopped.Add(new StoppedOffer(offer.Id, offer.Name, status, offer.SavedAt is { } saved ? calendar.DayOf(saved) : null));
            }
        }

        return stopped;
    }

    private static (int? Id, string Name) Carrier(NamedEntity entity) => (entity.Id, entity.Name);

    /// <summary>Every offer has a default page of its own.</summary>
    private static (int? Id, string Name) PageOf(ReportRow row) =>
        row.LandingPage() is { Id: > 0 } page ? Carrier(page) : (0, $"Default page of {row.Offer().Name}");

    private static string CountryOf(ReportRow row) =>
        row.Cell(ReportColumn.Country) is { } cell && (cell.Label ?? cell.Id).Trim() is { Length: > 0 } name ? name : "Unknown country";
}
