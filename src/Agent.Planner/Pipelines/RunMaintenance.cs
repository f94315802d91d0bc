using Microsoft.Extensions.Logging;
using PromptLab.Data.Runs;
using PromptLab.Data.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>Looks after runs that take longer than a moment.</summary>
internal sealed partial class RunMaintenance(
    RunRepository runs, LiveRuns live, TurnNode node, TimeProvider time, ILogger<RunMaintenance> logger)
    : LiveSetMaintenance(live, node, time, logger)
{
    private readonly string _node = node.Name;

    protected override Task<bool> AppendAsync(LiveTurn run, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        runs.AppendEventsAsync(run.Id, run.Owner, _node, events, cancellationToken);

    protected override Task<bool> RenewAsync(LiveTurn run, CancellationToken cancellationToken) =>
        runs.RenewLeaseAsync(run.Id, _node, PipelineEngine.Lease, cancellationToken);

    protected override async Task InterruptAsync(string? owner, CancellationToken cancellationToken)
    {
        var fault = RunFaults.Interrupted;
        if (await runs.InterruptAbandonedAsync(owner, fault.Text, fault.ToEvent(), cancellationToken) is > 0 and var count)
        {
            Interrupted(logger, count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} runs of a stopped process were closed as interrupted; they can be resumed")]
    private static partial void Interrupted(ILogger logger, int count);
}
