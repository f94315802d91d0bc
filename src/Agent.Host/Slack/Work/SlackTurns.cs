using System.Text.Json;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Slack;
using PromptLab.Data.Turns;
using PromptLab.Host.Chat;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Slack.Work;

/// <summary>
/// Has an entry of the inbox answered by one turn, however often the entry is begun. A turn that died with its process is asked
/// again, a few times at most.
/// </summary>
internal sealed class SlackTurns(
    TurnEngine engine, TurnViewer viewer, ConversationLinkRepository links, SlackInbox inbox, DataSource source, IHostApplicationLifetime lifetime,
    TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int MostTurns = 3;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <param name="begun">Told which turn answers.</param>
    /// <param name="show">Told about once a second how far the answer is, and what is being done.</param>
    public async Task<SlackTurnResult> AskAsync(
        SlackTaskRow entry, SlackTask task, Func<Guid, Task> begun, Func<ChatReply, string?, Task> show, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var conversation = await links.FindOrCreateAsync(SlackThread.Door, task.OutsideId, task.Owner, cancellationToken);
            var request = new TurnRequest(conversation, task.Owner, task.Text, SlackThread.Door, $"slack/{entry.Id:N}/{attempt}");
            var run = await engine.StartAsync(request, cancellationToken) switch
            {
                TurnStartResult.Started { Turn: var turn } => new Run(turn.Id, conversation, turn.ReadAsync(0, cancellationToken)),
                TurnStartResult.Repeated { Turn: var turn } => new Run(turn.Id, turn.ConversationId, viewer.ReadAsync(turn, 0, cancellationToken)),
                TurnStartResult.Rejected { RetryAfter: { } wait } when wait <= LongestWait => new Run(new SlackTurnResult.Later(wait)),
                TurnStartResult.Rejected rejected => new Run(new SlackTurnResult.Refused(rejected.Text)),
                // Deleted just now: the next look begins another conversation.
                TurnStartResult.ConversationNotFound => new Run(new SlackTurnResult.Later(TimeSpan.Zero)),
                _ => new Run(new SlackTurnResult.Later(Busy)),
            };
            if (run.Instead is { } instead)
            {
                return instead;
            }

            await begun(run.Turn);
            var reply = await FollowAsync(entry, run, show, cancellationToken);
            lifetime.ApplicationStopping.ThrowIfCancellationRequested();
            if (reply.Status != TurnStatus.Interrupted || attempt == MostTurns)
            {
                return new SlackTurnResult.Answered(reply);
            }
        }
    }

    private async Task<ChatReply> FollowAsync(SlackTaskRow entry, Run run, Func<ChatReply, string?, Task> show, CancellationToken cancellationToken)
    {
        var reply = new ChatReplyBuilder(run.Conversation, run.Turn, source);
        string? step = null;
        await using var events = run.Events!.GetAsyncEnumerator(cancellationToken);
        var (next, beat) = (events.MoveNextAsync().AsTask(), Task.Delay(Beat, clock, cancellationToken));
        while (true)
        {
            if (await Task.WhenAny(next, beat) == beat)
            {
                await beat;
                await inbox.HoldAsync(entry, Lease, cancellationToken);
                await show(reply.Build(), step);
                beat = Task.Delay(Beat, clock, cancellationToken);
                continue;
            }

            if (!await next)
            {
                return reply.Build();
            }

            foreach (var item in events.Current)
            {
                step = Step(item, step);
                reply.Take(item);
            }

            next = events.MoveNextAsync().AsTask();
        }
    }

    private static string? Step(TurnEvent item, string? step) => item.Type switch
    {
        TurnEventType.StepStarted => JsonElement.Parse(item.Json).GetProperty("stepName").GetString(),
        TurnEventType.StepFinished => null,
        _ => step,
    };

    private sealed record Run(Guid Turn, Guid Conversation, IAsyncEnumerable<IReadOnlyList<TurnEvent>>? Events)
    {
        public Run(SlackTurnResult instead)
            : this(Guid.Empty, Guid.Empty, null) => Instead = instead;

        public SlackTurnResult? Instead { get; }
    }
}
