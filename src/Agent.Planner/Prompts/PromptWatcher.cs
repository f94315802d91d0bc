using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Prompts;

/// <summary>Reloads the prompts when their files change, and now and then anyway.</summary>
internal sealed partial class PromptWatcher(
    PromptLibrary library, IOptions<PromptsOptions> options, TimeProvider time, ILogger<PromptWatcher> logger) : BackgroundService
{
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch(options.Value.Directory);
        using var poll = time.CreateTimer(_ => Changed(), null, options.Value.PollInterval, options.Value.PollInterval);
        while (await changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await SettleAsync(stoppingToken);
            Reload();
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (changes.Reader.TryRead(out _))
        {
            await Task.Delay(options.Value.Settle, time, cancellationToken);
        }
    }

    private void Reload()
    {
        try
        {
            library.Reload();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The files are being replaced; the next change or poll reads them.
            LogNotRead(exception);
        }
    }

    private FileSystemWatcher? Watch(string directory)
    {
        try
        {
            var watcher = new FileSystemWatcher(directory) { IncludeSubdirectories = true };
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
            LogNotWatched(exception);
            return null;
        }
    }

    private void Changed() => changes.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompt files cannot be watched; they are read at intervals only")]
    private partial void LogNotWatched(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompt files could not be read; the last state keeps serving")]
    private partial void LogNotRead(Exception exception);
}
