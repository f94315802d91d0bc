using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>Keeps a run while it is being done; stops the work when the run is lost.</summary>
internal sealed class RunLease : IAsyncDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly Task _keeping;

    public RunLease(ScheduleRunRepository runs, ScheduleRunRow run, TimeSpan lease, TimeProvider clock, CancellationTokenSource work) =>
        _keeping = KeepAsync(runs, run, lease, clock, work);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _keeping;
        _done.Dispose();
    }

    private async Task KeepAsync(ScheduleRunRepository runs, ScheduleRunRow run, TimeSpan lease, TimeProvider clock, CancellationTokenSource work)
    {
        using var timer = new PeriodicTimer(lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
            {
                if (!await runs.RenewAsync(run, lease, _done.Token))
                {
                    await work.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The work is done.
        }
#pragma warning disable CA1031 // The database is away: without a lease another process may take the run, so this one stops.
        catch (Exception)
#pragma warning restore CA1031
        {
            await work.CancelAsync();
        }
    }
}
