using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PromptLab.Data.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>Looks after executions that take longer than a moment, as <see cref="TurnMaintenance"/> does after turns.</summary>
internal sealed partial class ExecutionMaintenance(
    ExecutionRepository executions, ExecutionInterruption interruption, LiveExecutions live, TurnNode node, TimeProvider time, ILogger<ExecutionMaintenance> logger)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int AbandonedBeats = 15;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await InterruptAsync(node.IsAlone ? node.Name : null, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Executions in flight end as interrupted, and are stored, before the process goes.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(live.All.Select(run => run.Work)).WaitAsync(cancellationToken);
    }

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
                if (events.Count > 0 && await executions.AppendEventsAsync(run.Id, run.Owner, events, cancellationToken))
                {
                    run.MarkStored(events);
                }
            }
            finally
            {
                run.EndStoring();
            }
        }

        if (await executions.RenewLeaseAsync(run.Id, ExecutionEngine.Lease, cancellationToken))
        {
            run.Cancel();
        }
    }

    private async Task InterruptAsync(string? owner, CancellationToken cancellationToken)
    {
        var fault = ExecutionFault.Interrupted;
        if (await interruption.InterruptAsync(owner, fault.Text, fault.ToEvent(), cancellationToken) is > 0 and var count)
        {
            Interrupted(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} executions of a stopped process were closed as interrupted")]
    private partial void Interrupted(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after running executions failed; it is tried again")]
    private partial void BeatFailed(Exception exception);
}
