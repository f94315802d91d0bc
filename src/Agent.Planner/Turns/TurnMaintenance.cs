using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>
/// Looks after turns that take longer than a moment: stores their events for viewers on other nodes, keeps their claims, obeys a
/// stop that came by another node, and closes turns whose process died.
/// </summary>
internal sealed partial class TurnMaintenance(TurnRepository turns, LiveTurns live, TurnNode node, TimeProvider time, ILogger<TurnMaintenance> logger)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeaseBeat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AbandonedBeat = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await InterruptAsync(node.IsAlone ? node.Name : null, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Turns in flight end as interrupted, and are stored, before the process goes.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(live.All.Select(turn => turn.Work)).WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        var lookedAt = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                foreach (var turn in live.All)
                {
                    await LookAfterAsync(turn, stoppingToken);
                }

                if (time.GetUtcNow() - lookedAt >= AbandonedBeat)
                {
                    lookedAt = time.GetUtcNow();
                    await InterruptAsync(null, stoppingToken);
                }
            }
#pragma warning disable CA1031 // The database is away for a moment: the next beat tries again.
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

    private async Task LookAfterAsync(LiveTurn turn, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - turn.StartedAt < Beat)
        {
            return;
        }

        await StoreEventsAsync(turn, cancellationToken);
        if (now - turn.LeaseRenewedAt >= LeaseBeat)
        {
            turn.LeaseRenewedAt = now;
            if (await turns.RenewLeaseAsync(turn.Id, TurnEngine.Lease, cancellationToken))
            {
                turn.Cancel();
            }
        }
    }

    private async Task StoreEventsAsync(LiveTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.TryBeginStoring())
        {
            return;
        }

        try
        {
            var events = turn.TakeUnstored();
            if (events.Count > 0 && await turns.AppendEventsAsync(turn.Id, events, cancellationToken))
            {
                turn.MarkStored(events);
            }
        }
        finally
        {
            turn.EndStoring();
        }
    }

    private async Task InterruptAsync(string? owner, CancellationToken cancellationToken)
    {
        var interrupted = await turns.InterruptAbandonedAsync(owner, TurnInterruption.LastEvent, cancellationToken);
        if (interrupted.Count > 0)
        {
            TurnsInterrupted(interrupted.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} turns of a stopped process were closed as interrupted")]
    private partial void TurnsInterrupted(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after running turns failed; it is tried again")]
    private partial void BeatFailed(Exception exception);
}
