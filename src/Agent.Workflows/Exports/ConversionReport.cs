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
        ConversionColumn[] columns = [.. ConversionColumns.Of(request.Type, request.Columns)];
        await foreach (var line in reading.ReadAsync(cancellationToken))
        {
            foreach (var column in columns)
            {
                column.Write(line, file);
            }

            await file.EndRowAsync(cancellationToken);
        }

        return await reading.EndAsync(cancellationToken);
    }
}
