using System.Text.Json;
using Microsoft.Extensions.Options;
using PromptLab.Data.Exports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// Has a report written by the background and waits for it for a while. What takes longer goes on without the caller, and its end
/// is told by a message of the agent: a turn has less time than a large report.
/// </summary>
public sealed class ExportReportWorkflow
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ExportQueue _queue;
    private readonly ExportWriting _writing;
    private readonly ExportRepository _exports;
    private readonly ExportAnnouncementRepository _announcements;
    private readonly ExportNode _node;
    private readonly ExportBell _bell;
    private readonly NetworkCalendar _calendar;
    private readonly ExportOptions _options;
    private readonly TimeProvider _time;

    internal ExportReportWorkflow(
        ExportQueue queue, ExportWriting writing, ExportRepository exports, ExportAnnouncementRepository announcements, ExportNode node,
        ExportBell bell, NetworkCalendar calendar, IOptions<ExportOptions> options, TimeProvider time) =>
        (_queue, _writing, _exports, _announcements, _node, _bell, _calendar, _options, _time) =
        (queue, writing, exports, announcements, node, bell, calendar, options.Value, time);

    /// <param name="progress">Is told about once a second.</param>
    /// <returns>Ready, failed with the reason, or still running: then its end is told in the conversation.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped; the export is stopped, too.</exception>
    public async Task<ExportRow> RunAsync(
        ExportReportRequest request, string owner, Guid conversationId, IProgress<ExportProgress> progress, CancellationToken cancellationToken)
    {
        var row = await _exports.CreateAsync(Describe(request, owner, conversationId), ExportNode.Lease, cancellationToken);
        var job = new ExportJob(row, request);
        if (!_queue.TryAdd(job))
        {
            const string busy = "Too many exports are waiting already. Please try again in a few minutes.";
            return await _exports.FailAsync(row.Id, "exports_busy", busy, cancellationToken) ?? row;
        }

        return await WaitAsync(job, progress, cancellationToken) ?? await LeaveAsync(job, cancellationToken);
    }

    /// <returns>Null when it takes longer than the caller waits.</returns>
    private async Task<ExportRow?> WaitAsync(ExportJob job, IProgress<ExportProgress> progress, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        try
        {
            while (_time.GetElapsedTime(started) < _options.AnswerWithin)
            {
                var pause = Task.Delay(Beat, _time, cancellationToken);
                if (await Task.WhenAny(job.Ended, pause) != pause)
                {
                    return await job.Ended;
                }

                await pause;
                progress.Report(new ExportProgress(job.Rows, job.TakeWait()));
            }
        }
        catch (OperationCanceledException)
        {
            job.Stop();
            throw;
        }

        return null;
    }

    private async Task<ExportRow> LeaveAsync(ExportJob job, CancellationToken cancellationToken)
    {
        await _announcements.RequestAsync(job.Row.Id, cancellationToken);
        _bell.Ring();
        return job.Row with { RowCount = job.Rows };
    }

    private NewExport Describe(ExportReportRequest request, string owner, Guid conversationId)
    {
        var type = ReportTypeName.Of(request.Type);
        var about = string.Concat(
            request.OfferId is { } offer ? FormattableString.Invariant($"_offer-{offer}") : "",
            request.PartnerId is { } partner ? FormattableString.Invariant($"_partner-{partner}") : "",
            request.Country is { } country ? $"_{country.Code.ToLowerInvariant()}" : "");
        return new NewExport(
            owner, conversationId, type, ReportTypeName.Title(request.Type), request.Range.From, request.Range.To, _calendar.TimeZone.Id,
            JsonSerializer.Serialize(_writing.Headers(request)),
            $"{type}-report_{request.Range.From:yyyy-MM-dd}_{request.Range.To:yyyy-MM-dd}{about}.csv", _node.Name);
    }
}
