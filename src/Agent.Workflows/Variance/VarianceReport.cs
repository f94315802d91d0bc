using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Exports;
using PromptLab.Workflows.Stats;

namespace PromptLab.Workflows.Variance;

/// <summary>A period against the one of the same length before it: each partner, and below it each of its offers.</summary>
internal sealed class VarianceReport(ReportsClient reports, ReportFilters filters, IOptions<EverflowOptions> everflow) : IReport
{
    private static readonly string[] Groups = [ReportColumn.Partner, ReportColumn.Offer];
    private static readonly string[] ByDay = [ReportColumn.Date];

    public static DateRange Previous(DateRange range) => new(range.From.AddDays(-range.Days), range.From.AddDays(-1));

    public bool Makes(ReportType type) => type == ReportType.Variance;

    public IReadOnlyList<ExportColumn> Columns(ExportReportRequest request) => new VarianceColumns(request.Columns).Columns;

    public async Task<ExportContent> WriteAsync(ExportReportRequest request, ExportFile file, Guid id, CancellationToken cancellationToken)
    {
        var query = new ReportQuery(request.Range.From, request.Range.To, Groups, await filters.OfAsync(request, cancellationToken));
        var before = Previous(request.Range);
        var table = new VarianceTable();
        var isComplete = await AddAsync(query, table.AddNow, cancellationToken)
            & await AddAsync(query with { From = before.From, To = before.To }, table.AddBefore, cancellationToken);
        await WriteAsync(new VarianceColumns(request.Columns), table, file, cancellationToken);

        var source = await ReportTotals.AskAsync(reports, query with { Columns = ByDay }, cancellationToken);
        string[] notes =
        [
            $"Compared with {before.From:yyyy-MM-dd} – {before.To:yyyy-MM-dd}.",
            .. !isComplete ? new[] { ReportTotals.Incomplete } : ReportTotals.Of(table.SumNow) != source ? [ReportTotals.Different] : [],
        ];
        return new ExportContent(ReportTotals.Of(table.SumNow), source, notes);
    }

    private async Task<bool> AddAsync(ReportQuery query, Action<ReportRow> add, CancellationToken cancellationToken)
    {
        var isComplete = true;
        await foreach (var piece in reports.ReadAsync(query, cancellationToken))
        {
            isComplete &= piece.IsComplete;
            foreach (var row in piece.Rows)
            {
                add(row);
            }
        }

        return isComplete;
    }

    private async Task WriteAsync(VarianceColumns columns, VarianceTable table, ExportFile file, CancellationToken cancellationToken)
    {
        var children = columns is { ShowsPartners: true, ShowsOffers: true } ? table.OffersByPartner() : null;
        foreach (var line in columns.ShowsPartners ? table.Partners() : table.Offers())
        {
            await file.AddAsync(Cells(columns, line), cancellationToken);
            foreach (var child in children?[line.PartnerId] ?? [])
            {
                await file.AddAsync(Cells(columns, child), cancellationToken);
            }
        }
    }

    private string[] Cells(VarianceColumns columns, VarianceLine line) =>
    [
        line.Level,
        .. columns.ShowsPartners ? new[] { line.PartnerId, line.Partner } : [],
        .. columns.ShowsOffers ? new[] { line.OfferId, line.Offer } : [],
        .. columns.Cells(line.Figures),
        everflow.Value.Currency,
    ];
}
