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
    TurnEngine engine, TurnViewer viewer, ConversationLinkRepository links, DataSource source, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int MostTurns = 3;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <param name="moved">Told before a turn begins that neither is the task's own nor takes its place.</param>
    /// <param name="show">Told about once a second how far the answer is, and what is being done.</param>
    public async Task<SlackTurnResult> AskAsync(
        SlackTaskRow entry, SlackTask task, Func<Guid, Task> moved, Func<ChatReply, string?, Task> show, CancellationToken cancellationToken)
    {
        var interrupted = new Stack<Guid>();
        for (var attempt = 1; ; attempt++)
        {
            var conversation = await links.FindOrCreateAsync(SlackThread.Door, task.OutsideId, task.Owner, cancellationToken);
            var request = new TurnRequest(conversation, task.Owner, task.Text, SlackThread.Door, $"slack/{entry.Id:N}/{attempt}")
            {
                Turn = attempt == 1 ? task.Turn : Guid.CreateVersion7(clock.GetUtcNow()),
            };
            var run = await StartAsync(request, interrupted, moved, cancellationToken) switch
            {
                TurnStartResult.Started { Turn: var turn } => new Run(turn.Id, conversation, token => turn.ReadAsync(0, token)),
                TurnStartResult.Repeated { Turn: var turn } => new Run(turn.Id, turn.ConversationId, token => viewer.ReadAsync(turn, 0, token)),
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

            var reply = await FollowAsync(run, show, cancellationToken);
            lifetime.ApplicationStopping.ThrowIfCancellationRequested();
            if (reply.Status != TurnStatus.Interrupted || attempt == MostTurns)
            {
                return new SlackTurnResult.Answered(reply);
            }

            interrupted.Push(run.Turn);
        }
    }

    /// <summary>
    /// A question whose turn was interrupted stands once in the conversation, unless something else was said since. Of several turns that were interrupted
    /// the one stands whose place none of the later ones kept.
    /// </summary>
    private async Task<TurnStartResult> StartAsync(TurnRequest request, Stack<Guid> interrupted, Func<Guid, Task> moved, CancellationToken cancellationToken)
    {
        foreach (var earlier in interrupted)
        {
            var start = await engine.StartAsync(request with { Replaces = earlier }, cancellationToken);
            if (start is not TurnStartResult.NotLast)
            {
                return start;
            }
        }

        if (interrupted.Count > 0)
        {
            await moved(request.Turn!.Value);
        }

        return await engine.StartAsync(request, cancellationToken);
    }

    private async Task<ChatReply> FollowAsync(Run run, Func<ChatReply, string?, Task> show, CancellationToken cancellationToken)
    {
        var reply = new ChatReplyBuilder(run.Conversation, run.Turn, source);
        string? step = null;
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var events = run.Events!(left.Token).GetAsyncEnumerator(left.Token);
        var (next, beat) = (events.MoveNextAsync().AsTask(), Task.Delay(Beat, clock, left.Token));
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, beat) == beat)
                {
                    await beat;
                    await show(reply.Build(), step);
                    beat = Task.Delay(Beat, clock, left.Token);
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
        finally
        {
            // Whoever leaves in the middle of a wait: events may only be disposed when nothing asks for more of them.
            await left.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string? Step(TurnEvent item, string? step) => item.Type switch
    {
        TurnEventType.StepStarted => JsonElement.Parse(item.Json).GetProperty("stepName").GetString(),
        TurnEventType.StepFinished => null,
        _ => step,
    };

    private sealed record Run(Guid Turn, Guid Conversation, Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<TurnEvent>>>? Events)
    {
        public Run(SlackTurnResult instead)
            : this(Guid.Empty, Guid.Empty, null) => Instead = instead;

        public SlackTurnResult? Instead { get; }
    }
}
