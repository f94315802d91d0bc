using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>The events of an execution for somebody who follows it late, as <see cref="TurnViewer"/> has those of a turn.</summary>
public sealed class ExecutionViewer
{
    private readonly LiveExecutions _live;
    private readonly ExecutionRepository _executions;
    private readonly TimeProvider _time;

    private ExecutionViewer(LiveExecutions live, ExecutionRepository executions, TimeProvider time) => (_live, _executions, _time) = (live, executions, time);

    /// <summary>Batches of events after <paramref name="after"/> until the run has ended.</summary>
    public IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(ExecutionRow execution, long after, CancellationToken cancellationToken) =>
        _live.TryGet(execution.Id, out var running)
            ? running.ReadAsync(after, cancellationToken)
            : new StoredRun(
                (sequence, token) => _executions.ReadEventsAsync(execution.Id, sequence, token),
                async token => (await _executions.FindAsync(execution.Owner, execution.Id, token))?.Status == ExecutionStatus.Running,
                _time).ReadAsync(execution.Status == ExecutionStatus.Running, after, cancellationToken);

    internal static ExecutionViewer Create(IServiceProvider services) => new(
        services.GetRequiredService<LiveExecutions>(), services.GetRequiredService<ExecutionRepository>(), services.GetRequiredService<TimeProvider>());
}
