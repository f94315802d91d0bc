using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Exports;
using PromptLab.Everflow;

namespace PromptLab.Workflows.Exports;

/// <summary>Writes one export to its end: file and manifest on the disk first, then the row says ready. Any other end leaves no file.</summary>
internal sealed partial class ExportWriting(
    IEnumerable<IReport> reports, ExportFolder folder, ExportRepository exports, IOptions<ExportOptions> options, TimeProvider time,
    ILogger<ExportWriting> logger)
{
    /// <summary>What a stopped export's person reads.</summary>
    public const string StoppedText = "The export was stopped before it was whole, so no file was made. Please ask for it again.";

    public IReadOnlyList<string> Headers(ExportReportRequest request) => [.. Report(request).Columns(request).Select(column => column.Header)];

    /// <returns>The row at its end; null when another process ended it.</returns>
    public async Task<ExportRow?> RunAsync(ExportJob job, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var ended = await WriteOrFailAsync(job, cancellationToken);
        if (ended is not { Status: ExportStatus.Ready })
        {
            folder.Remove(job.Row.Id);
        }

        var elapsed = time.GetElapsedTime(started);
        ExportEnded(job.Row.Id, ended?.Status ?? "lost", ended?.ErrorCode, ended?.RowCount ?? 0, elapsed);
        return ended;
    }

    private async Task<ExportRow?> WriteOrFailAsync(ExportJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(job, cancellationToken);
        }
        catch (ExportException exception)
        {
            return await FailAsync(job, exception.Code, exception.Message);
        }
        catch (EverflowException exception)
        {
            return await FailAsync(job, ExportFailure.Code(exception), ExportFailure.Text(exception));
        }
        catch (IOException exception) when (ExportException.IsDiskFull(exception))
        {
            return await FailAsync(job, "disk_full", ExportException.DiskFull().Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(job, "export_stopped", StoppedText);
        }
#pragma warning disable CA1031 // Whatever breaks, the person is told and no half file is left.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ExportBroke(exception, job.Row.Id);
            return await FailAsync(job, "internal_error", $"Something went wrong on our side, so no file was made. Reference: {job.Row.Id:N}.");
        }
    }

    private async Task<ExportRow?> WriteAsync(ExportJob job, CancellationToken cancellationToken)
    {
        var (row, request) = (job.Row, job.Request);
        var report = Report(request);
        await using var file = ExportFile.Create(folder, row.Id, options.Value);
        job.Write(file);
        await file.BeginAsync(report.Columns(request), cancellationToken);
        var content = await report.WriteAsync(request, file, row.Id, cancellationToken);
        var written = await file.CloseAsync(cancellationToken);

        var now = time.GetUtcNow();
        var period = new ExportPeriod(row.PeriodFrom, row.PeriodTo, row.TimeZone);
        file.Publish();
        await new ExportManifest(
            row.FileName, written.Sha256, written.Bytes, written.Rows, file.Headers, row.ReportType, period, now, content.File, content.Source)
            .WriteAsync(folder, row.Id, cancellationToken);
        var note = content.Notes.Count == 0 ? null : string.Join(' ', content.Notes);
        var finished = new FinishedExport(written.Rows, written.Bytes, written.Sha256, note, now + options.Value.Lifetime);
        return await exports.CompleteAsync(row.Id, finished, CancellationToken.None);
    }

    private IReport Report(ExportReportRequest request) => reports.First(report => report.Makes(request.Type));

    private Task<ExportRow?> FailAsync(ExportJob job, string code, string text) => exports.FailAsync(job.Row.Id, code, text, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Information, Message = "Export {Export} ended {Status} ({Error}) with {Rows} rows after {Elapsed}")]
    private partial void ExportEnded(Guid export, string status, string? error, long rows, TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Export} broke")]
    private partial void ExportBroke(Exception exception, Guid export);
}
