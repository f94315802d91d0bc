using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Exports;

namespace PromptLab.Workflows.Exports;

/// <summary>Keeps running exports claimed, ends those of dead processes, removes what is too old, and every file that belongs to none.</summary>
internal sealed partial class ExportMaintenance(
    ExportQueue queue, ExportRepository exports, ExportCleaningRepository cleaning, ExportFolder folder, ExportNode node, ExportBell bell,
    IOptions<ExportOptions> options, TimeProvider time, ILogger<ExportMaintenance> logger) : BackgroundService
{
    private const string AbandonedText =
        "The service was restarted while the file was being written, so no file was made. Please ask for the report again.";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CleanAsync(node.Name, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await RenewAsync(stoppingToken);
                await CleanAsync("", stoppingToken);
            }
#pragma warning disable CA1031 // The database or the disk is away for a moment: the next beat tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    BeatFailed(exception);
                }
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var job in queue.All)
        {
            if (!await exports.RenewAsync(job.Row.Id, job.Rows, ExportNode.Lease, cancellationToken) && queue.All.Contains(job))
            {
                job.Stop();
            }
        }
    }

    private async Task CleanAsync(string owner, CancellationToken cancellationToken)
    {
        var abandoned = await cleaning.FailAbandonedAsync(owner, "export_interrupted", AbandonedText, cancellationToken);
        await cleaning.ExpireAsync(cancellationToken);
        await cleaning.ForgetAsync(options.Value.Remembered, cancellationToken);
        var removed = await RemoveFilesAsync(cancellationToken);
        if (abandoned.Count + removed > 0)
        {
            Cleaned(abandoned.Count, removed);
            bell.Ring();
        }
    }

    /// <summary>What is listed before the rows are read was made after its row, so a file without a row has none any more.</summary>
    private async Task<int> RemoveFilesAsync(CancellationToken cancellationToken)
    {
        var files = folder.Ids();
        if (files.Count == 0)
        {
            return 0;
        }

        var kept = await cleaning.WithFilesAsync(cancellationToken);
        var removed = 0;
        foreach (var id in files.Where(id => !kept.Contains(id) && queue.All.All(job => job.Row.Id != id)))
        {
            folder.Remove(id);
            removed++;
        }

        return removed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Abandoned} exports of a stopped process were ended, the files of {Removed} removed")]
    private partial void Cleaned(int abandoned, int removed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after exports failed; it is tried again")]
    private partial void BeatFailed(Exception exception);
}
