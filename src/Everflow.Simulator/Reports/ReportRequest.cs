using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>A valid request for an aggregated report.</summary>
/// <param name="Columns">In the asked order; null stands for the time column.</param>
internal sealed record ReportRequest(ReportPeriod Period, IReadOnlyList<Dimension?> Columns, TimeColumn TimeColumn, WireBody Query)
{
    private const int MostColumns = 10;

    /// <summary>Exists elsewhere in the API and is silently dropped here, unlike any other unknown name.</summary>
    private const string IgnoredColumn = "event";

    public static ReportRequest Read(WireBody body, DimensionList dimensions, bool needsColumns)
    {
        var period = ReportPeriod.Read(body, needsCurrency: true);
        var names = body.Objects("columns").Select(column => column.Text("column")).OfType<string>().Where(name => name != IgnoredColumn).Distinct().ToArray();
        if (needsColumns && names.Length == 0) throw RefusedException.BadRequest("at least one column is required");
        if (names.Length > MostColumns) throw RefusedException.BadRequest("at most 10 columns are allowed");
        var times = names.Where(name => WireJson.TryWord(name, out TimeColumn time) && time != TimeColumn.None).ToArray();
        if (times.Length > 1) throw RefusedException.BadRequest("only one time column is allowed");
        var time = times.Length == 1 && WireJson.TryWord(times[0], out TimeColumn only) ? only : TimeColumn.None;
        var columns = names.Select(name => name == times.FirstOrDefault() ? null : dimensions.Find(name) ?? throw RefusedException.BadRequest($"invalid column: {name}"));
        return new ReportRequest(period, [.. columns], time, body.Object("query"));
    }
}
