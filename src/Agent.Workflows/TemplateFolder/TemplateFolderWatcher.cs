using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Synchronises when files change, and now and then anyway: templates change too, and some mounts report nothing.</summary>
public sealed partial class TemplateFolderWatcher : BackgroundService
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TemplateFolderSync _sync;
    private readonly FolderClaim _claim;
    private readonly TemplateFolderOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TemplateFolderWatcher> _logger;

    internal TemplateFolderWatcher(
        TemplateFolderSync sync, FolderClaim claim, IOptions<TemplateFolderOptions> options, TimeProvider time, ILogger<TemplateFolderWatcher> logger) =>
        (_sync, _claim, _options, _time, _logger) = (sync, claim, options.Value, time, logger);

    /// <summary>Whether changes of files are noticed at once.</summary>
    public bool IsWatching { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_options.IsOn)
        {
            await _claim.ReleaseAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsOn)
        {
            return;
        }

        using var watcher = Watch();
        IsWatching = watcher is not null;
        using var poll = _time.CreateTimer(_ => Changed(), null, TimeSpan.Zero, _options.PollInterval);
        while (await _changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await SettleAsync(stoppingToken);
            await SyncAsync(stoppingToken);
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (_changes.Reader.TryRead(out _))
        {
            await Task.Delay(_options.Settle, _time, cancellationToken);
        }
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _sync.RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The database or the disk is away for a moment: the next time tries again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            SyncFailed(exception);
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_options.Folder);
            watcher.Changed += (_, _) => Changed();
            watcher.Created += (_, _) => Changed();
            watcher.Deleted += (_, _) => Changed();
            watcher.Renamed += (_, _) => Changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException exception)
        {
            // The system allows no more watches; polling alone does.
            NotWatched(exception);
            return null;
        }
    }

    private void Changed() => _changes.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of templates cannot be watched; it is compared at intervals only")]
    private partial void NotWatched(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of templates could not be synchronised; it is tried again")]
    private partial void SyncFailed(Exception exception);
}
