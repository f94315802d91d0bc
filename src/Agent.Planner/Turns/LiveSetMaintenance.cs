using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>Looks after everything of a set that takes longer than a moment, as <see cref="TurnMaintenance"/> does after turns.</summary>
internal abstract partial class LiveSetMaintenance(LiveSet live, TurnNode node, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int AbandonedBeats = 15;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await InterruptAsync(node.IsAlone ? node.Name : null, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>What is in flight ends as interrupted, and is stored, before the process goes.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(live.All.Select(run => run.Work)).WaitAsync(cancellationToken);
    }

    /// <returns>False, and nothing stored, when it is no longer running.</returns>
    protected abstract Task<bool> AppendAsync(LiveTurn run, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    /// <returns>True when it should stop: its owner asked for that, or it was taken for dead.</returns>
    protected abstract Task<bool> RenewAsync(LiveTurn run, CancellationToken cancellationToken);

    /// <param name="owner">This process at its start: all that its last life left behind. Null: all whose lease has run out.</param>
    protected abstract Task InterruptAsync(string? owner, CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        for (var beat = 1; await NextAsync(timer, stoppingToken); beat++)
        {
            try
            {
                foreach (var run in live.All)
                {
                    await LookAfterAsync(run, stoppingToken);
                }

                if (beat % AbandonedBeats == 0)
                {
                    await InterruptAsync(null, stoppingToken);
                }
            }
#pragma warning disable CA1031 // The database is away for a moment: the next beat tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                BeatFailed(exception);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LookAfterAsync(LiveTurn run, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - run.StartedAt < Beat)
        {
            return;
        }

        if (run.TryBeginStoring())
        {
            try
            {
                var events = run.TakeUnstored();
                if (events.Count > 0 && await AppendAsync(run, events, cancellationToken))
                {
                    run.MarkStored(events);
                }
            }
            finally
            {
                run.EndStoring();
            }
        }

        if (await RenewAsync(run, cancellationToken))
        {
            run.Cancel();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after what is running failed; it is tried again")]
    private partial void BeatFailed(Exception exception);
}
