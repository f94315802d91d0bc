namespace PromptLab.Data.PendingActions;

/// <summary>An action that waits for a person's yes.</summary>
/// <param name="ConversationId">Where it was asked for; null when it did not come from a conversation.</param>
/// <param name="Subject">What it is about; a newer proposal on the same subject of the conversation replaces this one.</param>
/// <param name="Arguments">JSON of the exact resolved arguments.</param>
/// <param name="Names">JSON of the display names of the ids in the arguments.</param>
/// <param name="Payload">JSON of the workflow's own request.</param>
/// <param name="Digest">SHA-256 of the state that the person was shown.</param>
/// <param name="Card">JSON of what the person was shown.</param>
public sealed record NewPendingAction(
    Guid Id,
    string Owner,
    Guid? ConversationId,
    Guid? TurnId,
    string Tool,
    string Subject,
    string Arguments,
    string Names,
    string Payload,
    string Digest,
    string Card,
    int? PartnerId,
    int? OfferId,
    DateTimeOffset ExpiresAt);
