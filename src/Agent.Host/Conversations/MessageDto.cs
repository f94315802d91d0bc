using System.Text.Json;
using PromptLab.Data.Conversations;
using PromptLab.Host.Turns;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.Conversations;

/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">Markdown for an assistant's message.</param>
/// <param name="Cards">Objects with <c>kind</c> and <c>data</c>; the kind <c>request</c> tells how the request was understood.</param>
/// <param name="Outcome">What kind of reply it is; null for a user's message.</param>
/// <param name="IsDecision">True for a user's yes or no, in words or by a button; such a message is not answered again.</param>
/// <param name="Feedback">What the person thinks of the answer; null when nothing was said.</param>
public sealed record MessageDto(
    Guid Id, Guid? TurnId, string Role, string Text, IReadOnlyList<JsonElement> Cards, string? Outcome, DateTimeOffset CreatedAt,
    TurnFeedbackDto? Feedback, bool IsDecision)
{
    internal static MessageDto Of(MessageRow row) => new(
        row.Id, row.TurnId, row.Role, row.Text, row.Cards is null ? [] : [.. JsonElement.Parse(row.Cards).EnumerateArray()], row.Outcome, row.CreatedAt,
        TurnFeedbackDto.Of(row.Thumb, row.Comment), row.Role == MessageRole.User && DecidingMessage.Is(row.Text));
}
