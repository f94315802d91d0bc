using Microsoft.Extensions.Options;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Operators;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Deliveries;

/// <summary>
/// Sends what waits in the outbox. A delivery is claimed for one attempt, so nodes do not send the same one at once. Should the
/// process die between the receiver's answer and the commit after it, the delivery goes out again, with the same id.
/// </summary>
internal sealed partial class DeliverySender(
    DeliveryRepository deliveries, ChannelClient client, ScheduleNode node, IOptions<DeliveryOptions> settings, TimeProvider clock, ILogger<DeliverySender> logger)
    : BackgroundService
{
    private const int BatchSize = 50;
    private const int AtOnce = 8;

    private DeliveryOptions Options => settings.Value;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (node.IsAlone)
        {
            await deliveries.TakeOverAsync(node.Name, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Options.Poll, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
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
            }
        }
    }

    private async Task SendDueAsync(CancellationToken stopping)
    {
        var due = await deliveries.ToDoAsync(BatchSize, stopping);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (id, token) =>
            {
                if (await deliveries.ClaimAsync(id, node.Name, Options.Lease, token) is { } claimed)
                {
                    // Not stopped half-way: an attempt is short, and its outcome should be known.
                    await SendAsync(claimed, CancellationToken.None);
                }
            });
    }

    private async Task SendAsync(DeliveryRow delivery, CancellationToken cancellationToken)
    {
        var isKept = await client.SendAsync(delivery, cancellationToken) switch
        {
            SendResult.Sent => await deliveries.CompleteAsync(delivery, cancellationToken),
            SendResult.TryAgain again when delivery.Attempts < Options.Attempts => await PutBackAsync(delivery, again, cancellationToken),
            SendResult.TryAgain again => await GiveUpAsync(delivery, again.Error, cancellationToken),
            SendResult.Refused refused => await GiveUpAsync(delivery, refused.Error, cancellationToken),
            _ => throw new InvalidOperationException("An attempt ends in one of three ways."),
        };
        if (!isKept)
        {
            ClaimLost(delivery.Id);
        }
    }

    private Task<bool> PutBackAsync(DeliveryRow delivery, SendResult.TryAgain again, CancellationToken cancellationToken)
    {
        var pause = SendPause.Before(delivery.Id, delivery.Attempts, again.Wait, Options);
        AttemptFailed(delivery.Id, delivery.Attempts, again.Error, pause);
        return deliveries.PutBackAsync(delivery, pause, again.Error, cancellationToken);
    }

    private Task<bool> GiveUpAsync(DeliveryRow delivery, string error, CancellationToken cancellationToken)
    {
        GivenUp(delivery.Id, delivery.Attempts, error);
        var notice = new OperatorNotice(
            $"delivery-failure/{delivery.Id}",
            "A message could not be delivered",
            $"Channel “{delivery.Channel}” did not take delivery {delivery.Id} in {delivery.Attempts} attempt(s). {error} "
                + "It will not be sent again; /api/v1/deliveries?status=failed lists it.");
        return deliveries.FailAsync(delivery, error, notice, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} of delivery {Delivery} failed: {Error} The next one is in {Pause}")]
    private partial void AttemptFailed(Guid delivery, int attempt, string error, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} is given up after {Attempts} attempts: {Error}")]
    private partial void GivenUp(Guid delivery, int attempts, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} was claimed by another process meanwhile and may arrive twice")]
    private partial void ClaimLost(Guid delivery);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking into the outbox failed; it is tried again")]
    private partial void LookFailed(Exception exception);
}
