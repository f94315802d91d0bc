namespace PromptLab.Data.Turns;

/// <param name="CreateConversation">True to create the conversation with this id; false to claim the one that exists.</param>
/// <param name="Title">Title of a created conversation.</param>
/// <param name="IdempotencyKey">A second turn of the same owner with the same key is <see cref="TurnStart.Repeated"/>.</param>
/// <param name="Node">Name of this process, the same after its restart.</param>
/// <param name="Lease">How long the claim holds without <see cref="TurnRepository.RenewLeaseAsync"/>.</param>
public sealed record NewTurn(
    Guid TurnId,
    Guid ConversationId,
    bool CreateConversation,
    string Owner,
    string Title,
    string Message,
    string Door,
    string? IdempotencyKey,
    string Node,
    TimeSpan Lease)
{
    /// <summary>Makes the last event (one line of JSON) of a turn whose lease had run out and that this one replaces; without it no event is added.</summary>
    public Func<TurnRow, string>? InterruptionEvent { get; init; }

    /// <summary>The conversation's last turn, whose message this one answers again; null for a message of its own.</summary>
    public Guid? Replaces { get; init; }
}
