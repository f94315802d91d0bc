using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Stats;

/// <summary>Figures by offer, partner and country, or by what was asked; beyond 10,000 rows read in pieces.</summary>
internal sealed class StatsReport(ReportsClient reports, ReportFilters filters, NetworkCalendar calendar, IOptions<EverflowOptions> everflow) : IReport
{
    private static readonly string[] ByDay = [ReportColumn.Date];

    public bool Makes(ReportType type) => type == ReportType.Stats;

    public IReadOnlyList<ExportColumn> Columns(ExportReportRequest request) => new StatsColumns(request.Columns).Columns;

    public async Task<ExportContent> WriteAsync(ExportReportRequest request, ExportFile file, Guid id, CancellationToken cancellationToken)
    {
        var columns = new StatsColumns(request.Columns);
        var query = new ReportQuery(request.Range.From, request.Range.To, columns.Groups, await filters.OfAsync(request, cancellationToken));
        var (sum, isComplete) = (default(ReportMetrics), true);
        var cells = new List<string>();
        await foreach (var piece in reports.ReadAsync(query, cancellationToken))
        {
            isComplete &= piece.IsComplete;
            foreach (var row in piece.Rows)
            {
                cells.Clear();
                columns.Append(cells, row, calendar.TimeZone, everflow.Value.Currency);
                await file.AddAsync(cells, cancellationToken);
                sum += row.Metrics;
            }
        }

        var source = await ReportTotals.AskAsync(reports, query with { Columns = ByDay }, cancellationToken);
        return new ExportContent(ReportTotals.Of(sum), source, [.. Notes(ReportTotals.Of(sum), source, isComplete)]);
    }

    private static IEnumerable<string> Notes(ExportTotals file, ExportTotals source, bool isComplete)
    {
        if (!isComplete)
        {
            yield return ReportTotals.Incomplete;
        }
        else if (file != source)
        {
            yield return ReportTotals.Different;
        }
    }
}
