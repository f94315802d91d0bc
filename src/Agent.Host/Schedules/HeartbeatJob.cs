using PromptLab.Workflows.Schedules;
using Quartz;

namespace PromptLab.Host.Schedules;

/// <summary>
/// Looks at what is due, by the service's own clock. Beats may overlap, so that a long run holds up no other; which slot runs is
/// decided in the database and never by how often, or where, this fires.
/// </summary>
internal sealed partial class HeartbeatJob(SlotRunner runner, ILogger<HeartbeatJob> logger) : IJob
{
    public static readonly JobKey Key = new("heartbeat", "schedules");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await runner.RunDueAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
#pragma warning disable CA1031 // The database is away for a moment: the next beat tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            BeatFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at what is due failed; it is tried again at the next beat")]
    private partial void BeatFailed(Exception exception);
}
