using System.Collections.Frozen;
using System.Globalization;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.Stats;

/// <summary>The columns of aggregated reports by the names that people know them by.</summary>
internal sealed class StatsColumns
{
    private const int MostDimensions = 10;

    private static readonly string[] UsualDimensions = ["offer", "partner", "country"];
    private static readonly string[] UsualMetrics = ["clicks", "conversions", "cvr", "payout", "revenue", "profit", "epc"];

    private static readonly FrozenDictionary<string, StatsDimension> Dimensions = new Dictionary<string, StatsDimension>
    {
        ["offer"] = StatsDimension.Entity(ReportColumn.Offer, "offer"),
        ["partner"] = StatsDimension.Entity(ReportColumn.Partner, "partner"),
        ["advertiser"] = StatsDimension.Entity(ReportColumn.Advertiser, "advertiser"),
        ["landing_page"] = StatsDimension.Entity(ReportColumn.LandingPage, "landing_page"),
        ["country"] = StatsDimension.Value(ReportColumn.Country, "country"),
        ["date"] = StatsDimension.Value(ReportColumn.Date, "date"),
        ["region"] = StatsDimension.Value("region", "region"),
        ["city"] = StatsDimension.Value("city", "city"),
        ["sub1"] = StatsDimension.Value("sub1", "sub1"),
        ["sub2"] = StatsDimension.Value("sub2", "sub2"),
        ["sub3"] = StatsDimension.Value("sub3", "sub3"),
        ["sub4"] = StatsDimension.Value("sub4", "sub4"),
        ["sub5"] = StatsDimension.Value("sub5", "sub5"),
        ["source_id"] = StatsDimension.Value("source_id", "source_id"),
        ["coupon_code"] = StatsDimension.Value("coupon_code", "coupon_code"),
        ["device"] = StatsDimension.Value("device_type", "device"),
        ["platform"] = StatsDimension.Value("platform", "platform"),
        ["browser"] = StatsDimension.Value("browser", "browser"),
        ["isp"] = StatsDimension.Value("isp", "isp"),
        ["referer"] = StatsDimension.Value("referer", "referer"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, StatsMetric> Metrics = new Dictionary<string, StatsMetric>
    {
        ["impressions"] = Metric("impressions", metrics => Whole(metrics.Impressions)),
        ["clicks"] = Metric("clicks", metrics => Whole(metrics.Clicks)),
        ["conversions"] = Metric("conversions", metrics => Whole(metrics.Conversions)),
        ["cvr"] = Metric("cvr_percent", metrics => Rate(Ratio.Of(metrics.Conversions, metrics.Clicks) * 100)),
        ["payout"] = Metric("payout", metrics => Amount(metrics.Payout)),
        ["revenue"] = Metric("revenue", metrics => Amount(metrics.Revenue)),
        ["profit"] = Metric("profit", metrics => Amount(metrics.Profit)),
        ["epc"] = Metric("epc", metrics => Rate(Ratio.Of(metrics.Payout, metrics.Clicks))),
        ["rpc"] = Metric("rpc", metrics => Rate(Ratio.Of(metrics.Revenue, metrics.Clicks))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string[] _order;

    /// <param name="asked">Canonical names in the order wanted. Groups alone get the usual figures, figures alone the usual groups.</param>
    public StatsColumns(IReadOnlyList<string> asked)
    {
        string[] dimensions = [.. asked.Where(Dimensions.ContainsKey).Take(MostDimensions)];
        string[] metrics = [.. asked.Where(Metrics.ContainsKey)];
        _order =
        [
            .. dimensions.Length == 0 ? UsualDimensions : [],
            .. asked.Where(name => dimensions.Contains(name) || metrics.Contains(name)),
            .. metrics.Length == 0 ? UsualMetrics : [],
        ];
        Groups = [.. _order.Where(Dimensions.ContainsKey).Select(name => Dimensions[name].Name)];
    }

    /// <summary>The API's columns to group by.</summary>
    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<Exports.ExportColumn> Columns =>
    [
        .. _order.SelectMany(name => Dimensions.TryGetValue(name, out var dimension) ? dimension.Columns : [Metrics[name].Column]),
        new Exports.ExportColumn("currency"),
    ];

    public static bool Has(string name) => Dimensions.ContainsKey(name) || Metrics.ContainsKey(name);

    public void Append(List<string> cells, ReportRow row, TimeZoneInfo zone, string currency)
    {
        foreach (var name in _order)
        {
            if (Dimensions.TryGetValue(name, out var dimension))
            {
                dimension.Append(cells, row, zone);
            }
            else
            {
                cells.Add(Metrics[name].Cell(row.Metrics));
            }
        }

        cells.Add(currency);
    }

    private static StatsMetric Metric(string header, Func<ReportMetrics, string> cell) => new(new Exports.ExportColumn(header, IsNumber: true), cell);

    private static string Whole(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Empty where there is no base, for example without clicks.</summary>
    private static string Rate(decimal? rate) => rate?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
