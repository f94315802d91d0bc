using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Schedules;

/// <summary>
/// Looks at what is due, by the service's own clock. Beats may overlap, so that a long run holds up no other; which slot runs is
/// decided in the database and never by how often, or where, this is called.
/// </summary>
internal sealed partial class Heartbeat(SlotRunner runner, ILogger<Heartbeat> logger)
{
    private long _last = TimeProvider.System.GetTimestamp();

    public TimeSpan SinceLast => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _last));

    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _last, TimeProvider.System.GetTimestamp());
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
