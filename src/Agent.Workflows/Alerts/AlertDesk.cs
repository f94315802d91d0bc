using System.Text.Json.Nodes;
using PromptLab.Data.Alerts;
using PromptLab.Data.Conversations;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Alerts;

/// <summary>Alerts for those who were told of them: lists, and what people do with one.</summary>
public sealed class AlertDesk(AlertRepository alerts, ConversationRepository conversations, NetworkCalendar calendar)
{
    private const int MostListed = 25;

    /// <summary>Newest first.</summary>
    public async Task<AlertListResult> ListAsync(string owner, AlertListRequest request, CancellationToken cancellationToken)
    {
        var since = request.Since ?? calendar.Today.AddDays(-AlertListRequest.DefaultDays);
        var page = await alerts.ListAsync(owner, new AlertFilter(request.State, calendar.StartOf(since)), null, MostListed, cancellationToken);
        return new AlertListResult([.. page.Data.Select(AlertView.Of)], page.Next is not null);
    }

    public async Task<AlertUpdate> UpdateAsync(string owner, long number, string action, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (await alerts.MoveAsync(owner, number, action, until, cancellationToken) is { } moved)
        {
            return new AlertUpdate.Done(AlertView.Of(moved));
        }

        return await alerts.FindAsync(owner, number, cancellationToken) is { } row
            ? new AlertUpdate.Refused(AlertView.Of(row), Reason(row, action))
            : new AlertUpdate.NotFound();
    }

    /// <summary>The alert that a conversation showed last; null when it showed none.</summary>
    public async Task<long?> ShownAsync(string owner, Guid conversationId, CancellationToken cancellationToken)
    {
        var conversation = await conversations.FindAsync(owner, conversationId, cancellationToken);
        return conversation?.State is { } state && JsonNode.Parse(state)?["shown"]?["alert"]?["id"] is JsonValue id && id.TryGetValue<long>(out var number)
            ? number
            : null;
    }

    private static string Reason(AlertRow alert, string action) => (action, alert.State) switch
    {
        (AlertAction.Reopen, _) => $"Alert {alert.Number} is open already.",
        (AlertAction.Resolve, _) => $"Alert {alert.Number} is resolved already.",
        (AlertAction.Acknowledge, AlertState.Acknowledged) => $"Alert {alert.Number} is acknowledged already, by {alert.AcknowledgedBy}.",
        _ => $"Alert {alert.Number} is resolved; reopen it first.",
    };
}
