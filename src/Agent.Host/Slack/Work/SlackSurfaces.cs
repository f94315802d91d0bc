using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Data.Slack;
using PromptLab.Host.Deliveries;
using PromptLab.Host.Slack.Answers;

namespace PromptLab.Host.Slack.Work;

/// <summary>Keeps the confirmations in Slack as they are: decided there, in the page, by a word, expired or replaced.</summary>
internal sealed partial class SlackSurfaces(
    SlackConfirmationRepository confirmations, SlackMessageRepository messages, SlackContent content, IOptions<SlackOptions> slack,
    IOptions<DeliveryOptions> deliveries, TimeProvider clock, ILogger<SlackSurfaces> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(deliveries.Value.Poll, clock);
        while (slack.Value.IsConfigured && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await RefreshAsync(stoppingToken);
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
            }
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var stale = await confirmations.StaleAsync(cancellationToken);
        foreach (var message in stale)
        {
            await confirmations.RefreshAsync(message, Render, cancellationToken);
        }

        if (stale.Count > 0)
        {
            messages.News.Notify();
        }
    }

    private string Render(SlackMessageRow message, IReadOnlyList<PendingActionRow> actions) => content.Write(SlackAnswer.Parse(message.Source!), actions);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after confirmations in Slack failed; it is tried again")]
    private partial void LookFailed(Exception exception);
}
