using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>
/// Carries claimed actions out while their claim is renewed. Nobody who walks away stops it: only the end of the process does, and
/// then the next one follows it up.
/// </summary>
internal sealed class PendingActionWork(
    PendingActionRunner runner, PendingActionExecution execution, IHostApplicationLifetime lifetime, IOptions<ApprovalOptions> options, TimeProvider time)
{
    public async Task<PendingActionOutcome> RunAsync(PendingActionRow action, bool isRecovery, IProgress<ToolProgress> progress)
    {
        var shutdown = lifetime.ApplicationStopping;
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        var renewing = RenewAsync(action, finished.Token);
        try
        {
            return await runner.RunAsync(action, isRecovery, progress, shutdown);
        }
        finally
        {
            await finished.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(PendingActionRow action, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)
                && await execution.RenewAsync(action.Id, action.Attempt, options.Value.Lease, cancellationToken))
            {
            }
        }
#pragma warning disable CA1031 // A claim that cannot be renewed runs out, and then somebody else follows the action up.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
