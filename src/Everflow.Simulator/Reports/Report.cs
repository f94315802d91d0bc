using System.Globalization;
using PromptLab.Simulator.Dimensions;

namespace PromptLab.Simulator.Reports;

/// <summary>A finished report. The totals cover everything, also what the cap cut off.</summary>
internal sealed record Report(ReportRequest Request, TrafficWindow Window, IReadOnlyList<ReportRow> Rows, ReportMetrics Totals, bool IsIncomplete)
{
    /// <summary>A row's value of the time column: Unix seconds of the bucket's beginning, and its local date or time.</summary>
    public DimensionValue TimeOf(in ReportRow row)
    {
        var start = Window.Buckets[row.Bucket];
        var local = TimeZoneInfo.ConvertTime(start, Request.Period.Zone);
        var label = local.ToString(Request.TimeColumn is TimeColumn.Hour or TimeColumn.UnixTimestamp ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DimensionValue(start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), label);
    }
}
