using Microsoft.Extensions.Logging;
using PromptLab.Data.Executions;
using PromptLab.Data.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>Looks after executions that take longer than a moment.</summary>
internal sealed partial class ExecutionMaintenance(
    ExecutionRepository executions, LiveExecutions live, TurnNode node, TimeProvider time, ILogger<ExecutionMaintenance> logger)
    : LiveSetMaintenance(live, node, time, logger)
{
    protected override Task<bool> AppendAsync(LiveTurn run, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        executions.AppendEventsAsync(run.Id, run.Owner, events, cancellationToken);

    protected override Task<bool> RenewAsync(LiveTurn run, CancellationToken cancellationToken) =>
        executions.RenewLeaseAsync(run.Id, ExecutionEngine.Lease, cancellationToken);

    protected override async Task InterruptAsync(string? owner, CancellationToken cancellationToken)
    {
        var fault = ExecutionFault.Interrupted;
        if (await executions.InterruptAbandonedAsync(owner, fault.Text, fault.ToEvent(), cancellationToken) is > 0 and var count)
        {
            Interrupted(logger, count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} executions of a stopped process were closed as interrupted")]
    private static partial void Interrupted(ILogger logger, int count);
}
