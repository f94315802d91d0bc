using System.Text.Json;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.PendingActions;

/// <summary>An action that waits, or waited, for a yes.</summary>
/// <param name="Arguments">The exact resolved arguments.</param>
/// <param name="Text">What was shown, in a sentence.</param>
/// <param name="Facts">Objects with <c>label</c> and <c>value</c>.</param>
/// <param name="Effects">What a yes does, step by step.</param>
/// <param name="Status"><c>pending</c>, <c>executing</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c>, <c>expired</c> or <c>replaced</c>.</param>
/// <param name="Result">Short stable code of how it ended; null before.</param>
/// <param name="Reply">Markdown of how it ended; null before.</param>
public sealed record PendingActionDto(
    Guid Id,
    Guid? ConversationId,
    Guid? TurnId,
    string Tool,
    JsonElement Arguments,
    string Title,
    string Text,
    JsonElement Facts,
    JsonElement Effects,
    string RequestedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string Status,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Result,
    string? Reply,
    JsonElement? Cards)
{
    internal static PendingActionDto Of(PendingActionRow row)
    {
        var card = JsonElement.Parse(row.Card);
        return new PendingActionDto(
            row.Id, row.ConversationId, row.TurnId, row.Tool, JsonElement.Parse(row.Arguments), ConfirmationCard.Title(row),
            card.GetProperty("text").GetString()!, card.GetProperty("facts"), card.GetProperty("effects"), row.Owner, row.CreatedAt,
            row.ExpiresAt, row.Status, row.DecidedBy, row.DecidedAt, row.Result, row.Reply, row.Cards is null ? null : JsonElement.Parse(row.Cards));
    }
}
