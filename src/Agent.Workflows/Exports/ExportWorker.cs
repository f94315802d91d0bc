using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Exports;
using PromptLab.Everflow;

namespace PromptLab.Workflows.Exports;

/// <summary>Writes queued exports, a few at a time. They do not depend on the turn that asked: what it did not wait for is told later.</summary>
internal sealed class ExportWorker(
    ExportQueue queue, ExportWriting writing, ExportRepository exports, ExportBell bell, IOptions<ExportOptions> options) : BackgroundService
{
    /// <summary>Those that nobody has begun end, too, before the process goes.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var job in queue.Drain())
        {
            End(job, await exports.FailAsync(job.Row.Id, "export_stopped", ExportWriting.StoppedText, cancellationToken));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.AtOnce).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in queue.ReadAllAsync(stoppingToken))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, job.Stopped);
            using var call = EverflowCall.Use(EverflowPriority.Scheduled, job.TellWait);
            ExportRow? ended = null;
            try
            {
                ended = await writing.RunAsync(job, stop.Token);
            }
            finally
            {
                End(job, ended);
            }
        }
    }

    private void End(ExportJob job, ExportRow? ended)
    {
        queue.Remove(job);
        job.End(ended ?? job.Row with { Status = ExportStatus.Failed, ErrorCode = "export_stopped", Error = ExportWriting.StoppedText });
        bell.Ring();
    }
}
