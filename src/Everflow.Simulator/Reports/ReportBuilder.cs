using PromptLab.Simulator.Conversions;
using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>Computes aggregated reports. The table ends at 10,000 rows, the totals do not.</summary>
internal sealed class ReportBuilder(SimulatedNetwork network, DimensionList dimensions, StreamSelection selection, ConversionChanges changes)
{
    public const int MostRows = 10_000;

    public Report Build(WireBody body, bool needsColumns)
    {
        var request = ReportRequest.Read(body, dimensions, needsColumns);
        return Build(request, request.TimeColumn, request.Columns.OfType<Dimension>());
    }

    /// <summary>The same selection by day alone.</summary>
    public Report ByDay(ReportRequest request) => Build(request, TimeColumn.Date, []);

    private Report Build(ReportRequest request, TimeColumn time, IEnumerable<Dimension> columns)
    {
        var window = TrafficWindow.Create(network, request.Period.From, request.Period.To, request.Period.Zone, time);
        var sum = new StreamSum(network, window, changes.Visible());
        var buckets = new ReportMetrics[window.Buckets.Count];
        var rows = new List<ReportRow>();
        var totals = default(ReportMetrics);
        var isIncomplete = false;
        foreach (var group in StreamGroups.Of(network.Traffic.Streams, selection.Select(request.Query), columns))
        {
            Array.Clear(buckets);
            foreach (var stream in group) sum.Add(stream, buckets);
            for (var bucket = 0; bucket < buckets.Length; bucket++)
            {
                if (buckets[bucket].IsEmpty) continue;
                totals.Add(buckets[bucket]);
                if (rows.Count < MostRows) rows.Add(new ReportRow(group[0], bucket, buckets[bucket]));
                else isIncomplete = true;
            }
        }
        return new Report(request, window, rows, totals, isIncomplete);
    }
}
