namespace PromptLab.Data.Turns;

/// <summary>The life of a turn. One turn at a time holds a conversation, by a claim with a lease, on any number of nodes.</summary>
public sealed class TurnRepository
{
    /// <summary>In one transaction: creates or claims the conversation and stores the turn and the user's message.
    /// A claim whose lease has run out is taken over and its turn marked interrupted.</summary>
    /// <param name="recentMessages">How many messages before this one come back.</param>
    public Task<TurnStart> BeginAsync(NewTurn turn, int recentMessages, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Stores a batch of events. False, and nothing stored, when the turn is no longer running.</summary>
    public Task<bool> AppendEventsAsync(Guid turnId, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Keeps the conversation claimed for another <paramref name="lease"/>.</summary>
    /// <returns>True when the turn should stop: its user asked for that, or the claim is lost.</returns>
    public Task<bool> RenewLeaseAsync(Guid turnId, TimeSpan lease, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>In one transaction: events, assistant message, figures, status, state; then the conversation is free.</summary>
    /// <returns>False, and nothing stored, when the turn no longer holds the conversation.</returns>
    public Task<bool> CompleteAsync(TurnCompletion completion, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public Task<TurnRow?> FindAsync(string owner, Guid turnId, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Events with a sequence above <paramref name="after"/>, in order.</summary>
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(Guid turnId, long after, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Asks a running turn to stop, on whichever node it runs. False when it is not running, or not the owner's.</summary>
    public Task<bool> RequestCancelAsync(string owner, Guid turnId, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Marks turns that nobody runs any more as interrupted and frees their conversations; their user messages stay.</summary>
    /// <param name="node">This process at its start: all that its last life left behind. Null: every turn whose lease has run out.</param>
    /// <param name="lastEvent">Makes the turn's last event (one line of JSON), stored 10,000 after the last stored sequence so that it
    /// comes after anything a viewer may have seen.</param>
    public Task<IReadOnlyList<TurnRow>> InterruptAbandonedAsync(
        string? node, Func<TurnRow, string> lastEvent, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
