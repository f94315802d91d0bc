using System.Globalization;
using PromptLab.Data.PendingActions;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.PendingActions;

/// <summary>Why an action cannot be decided on any more, in words.</summary>
internal sealed class PendingActionTexts(NetworkCalendar calendar)
{
    /// <param name="person">Who is told.</param>
    public PendingDecision.Over Over(PendingActionRow action, string person)
    {
        var who = action.DecidedBy == person ? "you" : action.DecidedBy;
        return action.Status switch
        {
            PendingActionStatus.Executing => new(
                "pending_action_executing", $"It was confirmed by {who} at {Clock(action.DecidedAt)} and is being carried out. The outcome is told in the conversation."),
            PendingActionStatus.Cancelled => new(
                "pending_action_cancelled", $"It was cancelled by {who} at {Clock(action.DecidedAt)}; nothing was changed. Ask again if you want it after all."),
            PendingActionStatus.Expired => new(
                "pending_action_expired", $"It could be confirmed until {Clock(action.ExpiresAt)} and has expired; nothing was changed. Please ask again."),
            PendingActionStatus.Replaced => new(
                "pending_action_replaced", "A newer proposal stands in its place. Please decide on that one; nothing was changed by this one."),
            _ => new("pending_action_used", $"It was already confirmed by {who} at {Clock(action.DecidedAt)}, and one confirmation is used once. The outcome stands in the conversation."),
        };
    }

    private string Clock(DateTimeOffset? at) => at is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(time, calendar.TimeZone):HH:mm} ({calendar.TimeZone.Id})")
        : "an unknown time";
}
