using Quartz;

namespace PromptLab.Host.Schedules;

/// <summary>Quartz's beat.</summary>
internal sealed class HeartbeatJob(Heartbeat heartbeat) : IJob
{
    public static readonly JobKey Key = new("heartbeat", "schedules");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await heartbeat.BeatAsync(cancellationToken);
}
