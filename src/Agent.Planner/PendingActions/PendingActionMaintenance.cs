using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>
/// Looks after actions that nobody looks after any more: what a stopped process left behind is followed up by reading the network,
/// and its outcome told; what has passed its time is stored as expired.
/// </summary>
internal sealed partial class PendingActionMaintenance(
    PendingActionRepository actions, PendingActionExecution execution, PendingActionWork work, PendingActionDesk desk, TurnNode node,
    IOptions<ApprovalOptions> options, TimeProvider time, ILogger<PendingActionMaintenance> logger)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly Progress<ToolProgress> Nobody = new();

    private IReadOnlyList<PendingActionRow> _left = [];

    /// <summary>Before the first request can be: what this node's name carries out then is what its last life left.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _left = await TakeAsync(node.IsAlone ? node.Name : null, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowUpAsync(_left);
                _left = [];
                await timer.WaitForNextTickAsync(stoppingToken);
                await actions.ExpireAsync(stoppingToken);
                _left = await TakeAsync(null, stoppingToken);
            }
#pragma warning disable CA1031 // The database is away for a moment: the next beat, or the end of a lease, tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    BeatFailed(exception);
                    _left = [];
                    await Task.Delay(Beat, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }

    private Task<IReadOnlyList<PendingActionRow>> TakeAsync(string? lastLife, CancellationToken cancellationToken) =>
        execution.TakeAbandonedAsync(lastLife, node.Name, options.Value.Lease, cancellationToken);

    private async Task FollowUpAsync(IReadOnlyList<PendingActionRow> left)
    {
        foreach (var action in left)
        {
            try
            {
                await FollowUpAsync(action);
            }
#pragma warning disable CA1031 // One that cannot be followed up now must not keep the others waiting; it comes again when its lease ends.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                FollowUpFailed(exception, action.Id);
            }
        }
    }

    private async Task FollowUpAsync(PendingActionRow action)
    {
        var outcome = await work.RunAsync(action, isRecovery: true, Nobody);
        var isOverdue = outcome.Result == "uncertain" && time.GetUtcNow() - action.DecidedAt > Patience;
        await desk.EndAsync(action, isOverdue ? GiveUp(action) : outcome);
        FollowedUp(action.Id, outcome.Result);
    }

    private static PendingActionOutcome GiveUp(PendingActionRow action) => new(
        PendingActionStatus.Failed,
        "unknown",
        $"I could not find out whether Everflow took the approval of partner {action.PartnerId} on offer {action.OfferId}: it has not answered for an hour. "
        + "Please look at the offer's partner visibility in Everflow. No link was made.",
        []);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pending action {Action} of a stopped process was followed up: {Result}")]
    private partial void FollowedUp(Guid action, string result);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pending action {Action} could not be followed up; it is tried again")]
    private partial void FollowUpFailed(Exception exception, Guid action);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after pending actions failed; it is tried again")]
    private partial void BeatFailed(Exception exception);
}
