using Microsoft.Extensions.Logging;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>Stores the events of evaluations as they come, keeps their leases, and closes those of processes that are gone.</summary>
internal sealed partial class EvaluationMaintenance(
    EvaluationRepository evaluations, LiveEvaluations live, TurnNode node, TimeProvider time, ILogger<EvaluationMaintenance> logger)
    : LiveSetMaintenance(live, node, time, logger)
{
    private readonly string _node = node.Name;

    protected override Task<bool> AppendAsync(LiveTurn run, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        evaluations.AppendEventsAsync(run.Id, run.Owner, _node, events, cancellationToken);

    protected override Task<bool> RenewAsync(LiveTurn run, CancellationToken cancellationToken) =>
        evaluations.RenewLeaseAsync(run.Id, _node, EvaluationEngine.Lease, cancellationToken);

    protected override async Task InterruptAsync(string? owner, CancellationToken cancellationToken)
    {
        var fault = EvaluationFault.Interrupted;
        if (await evaluations.InterruptAbandonedAsync(owner, fault.Text, fault.ToEvent(), cancellationToken) is > 0 and var count)
        {
            Interrupted(logger, count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} evaluations of a stopped process were closed as interrupted")]
    private static partial void Interrupted(ILogger logger, int count);
}
