using Microsoft.Extensions.Options;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Schedules;

/// <summary>
/// The cluster has one beat for all nodes, and a node that stalls with it would silence the others: who has felt none for some
/// time beats by itself.
/// </summary>
internal sealed class HeartbeatWatch(Heartbeat heartbeat, IOptions<ScheduleOptions> options) : BackgroundService
{
    private const int MissedBeats = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var patience = options.Value.Heartbeat * MissedBeats;
        using var timer = new PeriodicTimer(patience, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (heartbeat.SinceLast >= patience)
                {
                    await heartbeat.BeatAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }
}
