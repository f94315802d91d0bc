using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Schedules;

/// <summary>Before the first beat: runs that the last process left behind are free.</summary>
internal sealed class SchedulerStart(SlotRunner runner) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => runner.TakeOverAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
