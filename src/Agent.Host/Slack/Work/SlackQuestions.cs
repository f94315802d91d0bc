using Microsoft.Extensions.Options;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.PendingActions;
using PromptLab.Data.Slack;
using PromptLab.Host.Chat;
using PromptLab.Host.Slack.Answers;

namespace PromptLab.Host.Slack.Work;

/// <summary>Answers what people say to the agent in Slack.</summary>
internal sealed class SlackQuestions(
    SlackTurns turns, ConversationLinkRepository links, SlackInbox inbox, SlackMessageRepository messages, PendingActionRepository actions, SlackContent content,
    IOptions<SlackOptions> options, TimeProvider clock)
{
    private const string NotYours = "This question was put to somebody else. Mention me with a question of your own, and I answer you.";

    /// <summary>Until then, the mention that began a thread may still come in after the reply to it.</summary>
    private static readonly TimeSpan Straggling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StragglerPause = TimeSpan.FromSeconds(2);

    /// <summary>Null when it is done, otherwise when to look again.</summary>
    public async Task<TimeSpan?> AnswerAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken)
    {
        if (task.IsUnaddressed && await links.FindAsync(SlackThread.Door, task.OutsideId, task.Owner, cancellationToken) is null)
        {
            return await IgnoreAsync(entry, task, cancellationToken);
        }

        var result = await turns.AskAsync(
            entry, task, _ => Task.CompletedTask, (reply, step) => ShowAsync(entry, task, reply, step, cancellationToken), cancellationToken);
        switch (result)
        {
            case SlackTurnResult.Answered { Reply: var reply }:
                await PutAsync(entry, task, Answer(reply, task), cancellationToken);
                return null;
            case SlackTurnResult.Refused refused:
                await PutAsync(entry, task, new SlackAnswer("", []) { Problem = refused.Text, IsPrivate = IsPrivate(task) }, cancellationToken);
                return null;
            default:
                return ((SlackTurnResult.Later)result).Wait;
        }
    }

    /// <summary>What the agent said by itself. Without the app there is nobody to tell it to.</summary>
    public Task AnnounceAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken) => !options.Value.IsConfigured
        ? Task.CompletedTask
        : PutAsync(entry, task, new SlackAnswer(task.Text, SlackAnswer.ReadCards(task.Cards)), cancellationToken);

    private async Task<TimeSpan?> IgnoreAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken)
    {
        if (task is { IsChoice: true, ResponseUrl: { } url })
        {
            await messages.PutAsync(
                new NewSlackMessage($"told/{entry.Id}", task.Channel, null, SlackContent.Whisper(NotYours)) { ResponseUrl = url }, cancellationToken);
            return null;
        }

        if (clock.GetUtcNow() - entry.ReceivedAt < Straggling)
        {
            return StragglerPause;
        }

        // People talking with each other: nothing of it is kept.
        await inbox.DropAsync(entry, cancellationToken);
        return null;
    }

    private Task ShowAsync(SlackTaskRow entry, SlackTask task, ChatReply reply, string? step, CancellationToken cancellationToken) => IsPrivate(task)
        ? Task.CompletedTask
        : PutAsync(entry, task, new SlackAnswer(reply.Reply, []) { Progress = step ?? "Working on it …" }, cancellationToken);

    private async Task PutAsync(SlackTaskRow entry, SlackTask task, SlackAnswer answer, CancellationToken cancellationToken)
    {
        var shown = new List<PendingActionRow>();
        foreach (var id in answer.Actions())
        {
            if (await actions.FindAsync(id, cancellationToken) is { } action)
            {
                shown.Add(action);
            }
        }

        var message = new NewSlackMessage($"answer/{entry.Id}", task.Channel, task.Thread, content.Write(answer, shown))
        {
            ResponseUrl = IsPrivate(task) ? task.ResponseUrl : null,
            Source = shown.Count > 0 ? answer.ToJson() : null,
            Confirmations = shown.ToDictionary(action => action.Id, action => action.Status),
        };
        await messages.PutAsync(message, cancellationToken);
    }

    private static SlackAnswer Answer(ChatReply reply, SlackTask task) => new(reply.Reply, reply.Cards)
    {
        Problem = reply.Error?.Message ?? (reply.Reply.Length == 0 ? "The answer was stopped." : null),
        IsPrivate = IsPrivate(task),
    };

    /// <summary>Asked by command: answered to the person alone.</summary>
    private static bool IsPrivate(SlackTask task) => !SlackThread.TryParse(task.OutsideId, out _);
}
