using System.Globalization;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Exports;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.Variance;

/// <summary>The columns of a variance report: the level, whose row it is, and four columns for each figure.</summary>
internal sealed class VarianceColumns
{
    private static readonly string[] Usual = ["clicks", "conversions", "cvr", "payout", "revenue", "profit"];

    private static readonly Dictionary<string, Func<ReportMetrics, decimal?>> Figures = new()
    {
        ["impressions"] = metrics => metrics.Impressions,
        ["clicks"] = metrics => metrics.Clicks,
        ["conversions"] = metrics => metrics.Conversions,
        ["cvr"] = metrics => Ratio.Of(metrics.Conversions, metrics.Clicks) * 100,
        ["payout"] = metrics => metrics.Payout,
        ["revenue"] = metrics => metrics.Revenue,
        ["profit"] = metrics => metrics.Profit,
    };

    private readonly string[] _figures;

    /// <param name="asked">Canonical names. "partner" or "offer" alone leaves out the other level.</param>
    public VarianceColumns(IReadOnlyList<string> asked)
    {
        string[] figures = [.. asked.Where(Figures.ContainsKey)];
        _figures = figures.Length > 0 ? figures : Usual;
        ShowsPartners = asked.Contains("partner") || !asked.Contains("offer");
        ShowsOffers = asked.Contains("offer") || !asked.Contains("partner");
    }

    public bool ShowsPartners { get; }

    public bool ShowsOffers { get; }

    public IReadOnlyList<ExportColumn> Columns =>
    [
        new("level"),
        .. ShowsPartners ? new ExportColumn[] { new("partner_id", IsNumber: true), new("partner") } : [],
        .. ShowsOffers ? new ExportColumn[] { new("offer_id", IsNumber: true), new("offer") } : [],
        .. _figures.SelectMany(Headers),
        new("currency"),
    ];

    public static bool Has(string name) => name is "partner" or "offer" || Figures.ContainsKey(name);

    /// <summary>The figures of one row. The change of a rate is in percentage points; a change from nothing has no percentage.</summary>
    public IEnumerable<string> Cells(VarianceFigures row)
    {
        foreach (var name in _figures)
        {
            var (now, before) = (Figures[name](row.Now), Figures[name](row.Before));
            yield return Text(now);
            yield return Text(before);
            yield return Text(now - before);
            yield return Text(before is 0 or null ? null : (now - before) / before * 100);
        }
    }

    private static IEnumerable<ExportColumn> Headers(string figure)
    {
        var name = figure == "cvr" ? "cvr_percent" : figure;
        return [new(name, IsNumber: true), new(name + "_previous", IsNumber: true), new(name + "_change", IsNumber: true), new(figure + "_change_percent", IsNumber: true)];
    }

    private static string Text(decimal? figure) => figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
