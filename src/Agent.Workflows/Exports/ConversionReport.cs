using Microsoft.Extensions.Options;
using PromptLab.Everflow.Conversions;

namespace PromptLab.Workflows.Exports;

/// <summary>Conversions and throttled conversions, row by row.</summary>
internal sealed class ConversionReport(ConversionsClient conversions, ReportFilters filters, IOptions<ExportOptions> options) : IReport
{
    public bool Makes(ReportType type) => type is ReportType.Conversions or ReportType.Scrub;

    public IReadOnlyList<ExportColumn> Columns(ExportReportRequest request) =>
        [.. ConversionColumns.Of(request.Type, request.Columns).Select(column => new ExportColumn(column.Header, column.IsNumber))];

    public async Task<ExportContent> WriteAsync(ExportReportRequest request, ExportFile file, Guid id, CancellationToken cancellationToken)
    {
        var reading = await ConversionReading.BeginAsync(conversions, filters, options.Value, request, cancellationToken);
        var columns = ConversionColumns.Of(request.Type, request.Columns);
        var cells = new string[columns.Count];
        await foreach (var line in reading.ReadAsync(cancellationToken))
        {
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = columns[at].Cell(line);
            }

            await file.AddAsync(cells, cancellationToken);
        }

        return await reading.EndAsync(cancellationToken);
    }
}
