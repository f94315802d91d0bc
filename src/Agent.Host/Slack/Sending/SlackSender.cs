using Microsoft.Extensions.Options;
using PromptLab.Data.Operators;
using PromptLab.Data.Slack;
using PromptLab.Host.Deliveries;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Slack.Sending;

/// <summary>
/// Brings Slack what its outbox holds: the newest state of each message, one write at a time and about one a second in a channel,
/// and nothing while Slack asks to wait. All nodes keep the same pace.
/// </summary>
internal sealed partial class SlackSender(
    SlackMessageRepository messages, SlackCourier courier, ScheduleNode node, IOptions<SlackOptions> slack, IOptions<DeliveryOptions> deliveries,
    TimeProvider clock, ILogger<SlackSender> logger)
    : BackgroundService
{
    private const int BatchSize = 50;
    private const int AtOnce = 8;

    /// <summary>A message that somebody has deleted, or whose time is over, is no fault.</summary>
    private static readonly string[] Gone = ["message_not_found", "cant_update_message", "edit_window_closed", "http_404", "http_410"];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (node.IsAlone)
        {
            await messages.TakeOverAsync(node.Name, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (slack.Value.IsConfigured && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await messages.News.WaitAsync(deliveries.Value.Poll, clock, stoppingToken);
                await SendDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database is away for a moment: the next look tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LookFailed(exception);
                await Task.Delay(deliveries.Value.Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SendDueAsync(CancellationToken stopping)
    {
        var due = await messages.ToDoAsync(BatchSize, stopping);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (id, token) =>
            {
                if (await messages.ClaimAsync(id, node.Name, deliveries.Value.Lease, slack.Value.Pace, token) is { } claimed)
                {
                    // Not stopped half-way: an attempt is short, and its outcome should be known.
                    await SendAsync(claimed, CancellationToken.None);
                }
            });
    }

    private async Task SendAsync(SlackMessageRow message, CancellationToken cancellationToken)
    {
        var (result, ts) = await courier.BringAsync(message, cancellationToken);
        _ = result switch
        {
            SlackApiResult.Done => await messages.SentAsync(message, ts, cancellationToken),
            SlackApiResult.Limited limited => await PauseAsync(message, limited.Wait, cancellationToken),
            SlackApiResult.Unknown unknown when message.Attempts + 1 < deliveries.Value.Attempts => await PutBackAsync(message, unknown.Error, cancellationToken),
            SlackApiResult.Unknown unknown => await GiveUpAsync(message, unknown.Error, cancellationToken),
            SlackApiResult.Refused refused => await GiveUpAsync(message, refused.Code, cancellationToken),
            _ => throw new InvalidOperationException("A call ends in one of four ways."),
        };
    }

    private Task<bool> PauseAsync(SlackMessageRow message, TimeSpan wait, CancellationToken cancellationToken)
    {
        AskedToWait(wait);
        return messages.PauseAsync(message, wait, cancellationToken);
    }

    private Task<bool> PutBackAsync(SlackMessageRow message, string error, CancellationToken cancellationToken)
    {
        var pause = SendPause.Before(message.Id, message.Attempts + 1, null, deliveries.Value);
        AttemptFailed(message.Id, error, pause);
        return messages.PutBackAsync(message, pause, error, isUncertain: message is { Ts: null, ResponseUrl: null }, cancellationToken);
    }

    private Task<bool> GiveUpAsync(SlackMessageRow message, string error, CancellationToken cancellationToken)
    {
        GivenUp(message.Id, error);
        var notice = Gone.Contains(error) ? null : new OperatorNotice(
            $"slack-failure/{message.Id}",
            "An answer could not be brought to Slack",
            $"Slack did not take message {message.Id}: {error}. It will not be sent again; the conversation has the answer. "
                + "docs/doors/slack.md says what the app needs.");
        return messages.FailAsync(message, error, notice, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack asks to wait {Wait}")]
    private partial void AskedToWait(TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Message} did not reach Slack: {Error} The next attempt is in {Pause}")]
    private partial void AttemptFailed(Guid message, string error, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Message} is given up: {Error}")]
    private partial void GivenUp(Guid message, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking into Slack's outbox failed; it is tried again")]
    private partial void LookFailed(Exception exception);
}
