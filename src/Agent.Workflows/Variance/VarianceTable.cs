using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.Variance;

/// <summary>Two periods side by side, by partner and offer. It holds a row for each pair that had traffic, however long the periods are.</summary>
internal sealed class VarianceTable
{
    private readonly Dictionary<(string Partner, string Offer), VarianceFigures> _figures = [];
    private readonly Dictionary<string, string> _partners = [];
    private readonly Dictionary<string, string> _offers = [];

    public ReportMetrics SumNow { get; private set; }

    public void AddNow(ReportRow row)
    {
        SumNow += row.Metrics;
        Add(row, new VarianceFigures(row.Metrics, default));
    }

    public void AddBefore(ReportRow row) => Add(row, new VarianceFigures(default, row.Metrics));

    /// <summary>Largest change of revenue first, whichever way.</summary>
    public IEnumerable<VarianceLine> Partners() =>
        Ordered(_figures.GroupBy(pair => pair.Key.Partner, pair => pair.Value).Select(group => Line("partner", group.Key, "", group)));

    public IEnumerable<VarianceLine> Offers() =>
        Ordered(_figures.GroupBy(pair => pair.Key.Offer, pair => pair.Value).Select(group => Line("offer", "", group.Key, group)));

    public ILookup<string, VarianceLine> OffersByPartner() =>
        Ordered(_figures.Select(pair => Line("offer", pair.Key.Partner, pair.Key.Offer, [pair.Value]))).ToLookup(line => line.PartnerId);

    private static IOrderedEnumerable<VarianceLine> Ordered(IEnumerable<VarianceLine> lines) =>
        lines.OrderByDescending(line => Math.Abs(line.Figures.RevenueChange)).ThenByDescending(line => line.Figures.Now.Clicks)
            .ThenBy(line => line.PartnerId, StringComparer.Ordinal).ThenBy(line => line.OfferId, StringComparer.Ordinal);

    private void Add(ReportRow row, VarianceFigures figures)
    {
        var key = (Name(_partners, row.Cell(ReportColumn.Partner)), Name(_offers, row.Cell(ReportColumn.Offer)));
        _figures[key] = _figures.GetValueOrDefault(key) + figures;
    }

    private static string Name(Dictionary<string, string> names, ReportCell? cell)
    {
        var id = cell?.Id ?? "";
        names.TryAdd(id, cell?.Label ?? "");
        return id;
    }

    private VarianceLine Line(string level, string partner, string offer, IEnumerable<VarianceFigures> figures) => new(
        level, partner, _partners.GetValueOrDefault(partner, ""), offer, _offers.GetValueOrDefault(offer, ""),
        figures.Aggregate(default(VarianceFigures), (sum, part) => sum + part));
}
