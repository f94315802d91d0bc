using PromptLab.Data.PendingActions;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack.Answers;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.Slack.Work;

/// <summary>
/// Carries a press of Confirm or Cancel to the desk, where the first decision wins wherever it comes from. The outcome reaches Slack
/// the way every outcome does; only who could not decide is told so, alone.
/// </summary>
internal sealed class SlackDecisions(PendingActionDesk desk, SlackMessageRepository messages)
{
    public async Task DecideAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken)
    {
        var decision = task.IsConfirmed
            ? await desk.ConfirmAsync(task.Action!.Value, task.Owner, cancellationToken)
            : await desk.CancelAsync(task.Action!.Value, task.Owner, cancellationToken);
        var told = decision switch
        {
            PendingDecision.Over when await IsOwnAsync(entry, task, cancellationToken) => null,
            PendingDecision.Over over => over.Text,
            PendingDecision.Forbidden => "Only whoever asked for this, or somebody with the right to approve, can decide on it. Nothing was changed by your click.",
            PendingDecision.NotFound => "There is no such pending action any more.",
            _ => null,
        };
        if (told is not null && task.ResponseUrl is { } url)
        {
            await messages.PutAsync(
                new NewSlackMessage($"told/{entry.Id}", task.Channel, null, SlackContent.Whisper(told)) { ResponseUrl = url }, cancellationToken);
        }
    }

    /// <summary>A press that is worked off again, because a process died over it, finds its own decision.</summary>
    private async Task<bool> IsOwnAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken) =>
        entry.Attempts > 1 && await desk.FindAsync(task.Action!.Value, task.Owner, cancellationToken) is { } action
        && action.DecidedBy == task.Owner && task.IsConfirmed == (action.Status != PendingActionStatus.Cancelled);
}
