using System.Data.Common;
using PromptLab.Data.Conversations;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Feed;

namespace PromptLab.Data.Alerts;

/// <summary>The write unit that announces what a run found: fingerprints, alert, messages, feed and outbox, all or nothing.</summary>
internal sealed class AlertAnnouncement(NewAlert alert, DateTimeOffset now)
{
    public async Task<AnnouncedAlert> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var snoozed = await connection.SnoozedEntitiesAsync(alert.Rule.Id, now, cancellationToken);
        var id = Guid.CreateVersion7(now);
        var entities = await connection.ClaimFindingsAsync(alert, alert.Entities.Where(entity => !snoozed.Contains(entity)), id, now, cancellationToken);
        if (entities.Count == 0)
            return alert.Entities.Any(snoozed.Contains) ? new AnnouncedAlert.Muted() : new AnnouncedAlert.Known();
        var row = await connection.InsertAlertAsync(id, alert, alert.Content(entities), now, cancellationToken);
        return new AnnouncedAlert.Told(row, await DeliverAsync(connection, row, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DeliverAsync(DbConnection connection, AlertRow row, CancellationToken cancellationToken)
    {
        var payload = AlertView.Of(row).ToJson();
        var owners = await connection.OwnersAsync(alert.Subscribers, cancellationToken);
        foreach (var owner in owners)
        {
            await connection.AddRecipientAsync(owner, row.Number, cancellationToken);
            if (alert.Channels.Contains(NewAlert.Chat))
            {
                await connection.PostMessageAsync(AlertMessage.Of(row, owner, now), now, cancellationToken);
                await connection.AppendFeedAsync(owner, FeedKind.Alert, payload, now, cancellationToken);
            }
        }

        foreach (var channel in alert.Channels.Where(channel => channel != NewAlert.Chat))
            await connection.EnqueueDeliveryAsync(new NewDelivery(channel, $"alert:{row.Id}:{channel}", payload), now, cancellationToken);
        return owners;
    }
}
