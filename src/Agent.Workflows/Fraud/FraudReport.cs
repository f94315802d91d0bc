using System.Globalization;
using Microsoft.Extensions.Options;
using PromptLab.Everflow.Conversions;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Fraud;

/// <summary>
/// Rejected, invalid and throttled conversions with the reason of each. How many share an address is known after the last row, so
/// the rows wait in a file.
/// </summary>
internal sealed class FraudReport(ConversionsClient conversions, ReportFilters filters, ExportFolder folder, IOptions<ExportOptions> options) : IReport
{
    private static readonly ExportColumn[] Own = [new("ip_shared_with", IsNumber: true), new("reason")];

    public bool Makes(ReportType type) => type == ReportType.Fraud;

    public IReadOnlyList<ExportColumn> Columns(ExportReportRequest request) =>
        [.. ConversionColumns.Of(request.Type, request.Columns).Select(column => new ExportColumn(column.Header, column.IsNumber)), .. Own];

    public async Task<ExportContent> WriteAsync(ExportReportRequest request, ExportFile file, Guid id, CancellationToken cancellationToken)
    {
        var reading = await ConversionReading.BeginAsync(conversions, filters, options.Value, request, cancellationToken);
        var addresses = new AddressCounts();
        await using var spool = new FraudSpool(folder.Spool(id), folder.CheckSpace);
        await foreach (var line in reading.ReadAsync(cancellationToken))
        {
            addresses.Add(line[ConversionField.ClickIp]);
            spool.Add(line);
        }

        await WriteAsync(request, file, spool, addresses, cancellationToken);
        return await reading.EndAsync(cancellationToken);
    }

    private async Task WriteAsync(
        ExportReportRequest request, ExportFile file, FraudSpool spool, AddressCounts addresses, CancellationToken cancellationToken)
    {
        var columns = ConversionColumns.Of(request.Type, request.Columns);
        foreach (var line in spool.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in columns)
            {
                column.Write(line, file);
            }

            var shared = addresses.Others(line[ConversionField.ClickIp]);
            file.Add(shared.ToString(CultureInfo.InvariantCulture));
            file.Add(FraudReason.Of(line, shared, options.Value.FastSeconds));
            await file.EndRowAsync(cancellationToken);
        }
    }
}
