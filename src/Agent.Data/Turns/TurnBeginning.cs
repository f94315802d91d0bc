using System.Data.Common;
using PromptLab.Data.Conversations;

namespace PromptLab.Data.Turns;

/// <summary>The write unit that begins a turn.</summary>
internal sealed class TurnBeginning(NewTurn turn, int recentMessages, DateTimeOffset now)
{
    /// <exception cref="RepeatedTurnException">The idempotency key was taken by another node meanwhile; nothing may be stored.</exception>
    /// <exception cref="TurnNotLastException">The turn to be replaced is not the conversation's last one; nothing may be stored.</exception>
    public async Task<TurnStart> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await RepeatedAsync(connection, cancellationToken) is { } repeated)
            return repeated;
        return turn.CreateConversation
            ? await StoreAsync(connection, await connection.CreateClaimedAsync(turn, now, cancellationToken), cancellationToken)
            : await ContinueAsync(connection, cancellationToken);
    }

    public async Task<TurnStart.Repeated?> RepeatedAsync(DbConnection connection, CancellationToken cancellationToken) =>
        turn.IdempotencyKey is { } key && await connection.FindTurnByKeyAsync(turn.Owner, key, cancellationToken) is { } earlier
            ? new TurnStart.Repeated(earlier)
            : null;

    /// <summary>Each further round means that another node has just freed the conversation, or that an expired claim was broken.</summary>
    private async Task<TurnStart> ContinueAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await connection.TakeClaimAsync(turn, now, cancellationToken) is { } conversation)
                return await StoreAsync(connection, await StepBackAsync(connection, conversation, cancellationToken), cancellationToken);
            if (await connection.FindHolderAsync(turn.Owner, turn.ConversationId, cancellationToken) is not { } holder)
                return new TurnStart.ConversationNotFound();
            if (holder.TurnId is { } running && !await BreakExpiredAsync(connection, running, cancellationToken))
                return new TurnStart.Busy(running);
        }
    }

    private async Task<bool> BreakExpiredAsync(DbConnection connection, Guid running, CancellationToken cancellationToken) =>
        await connection.InterruptAsync(turn.ConversationId, running, now, now, turn.InterruptionEvent, cancellationToken) is not null;

    /// <summary>The conversation as it was before the turn that is replaced, whose messages step back.</summary>
    private async Task<ConversationRow> StepBackAsync(DbConnection connection, ConversationRow conversation, CancellationToken cancellationToken)
    {
        if (turn.Replaces is not { } earlier)
            return conversation;
        if (await connection.LastTurnAsync(conversation.Id, cancellationToken) is not { } last || last.Id != earlier)
            throw new TurnNotLastException();
        await connection.ReplaceMessagesAsync(conversation.Id, earlier, turn.TurnId, cancellationToken);
        return conversation with { State = last.StateBefore };
    }

    private async Task<TurnStart> StoreAsync(DbConnection connection, ConversationRow conversation, CancellationToken cancellationToken)
    {
        if (!await connection.InsertTurnAsync(turn, conversation.State, now, cancellationToken))
            throw new RepeatedTurnException();
        var message = new MessageRow
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            TurnId = turn.TurnId,
            Sequence = conversation.LastSequence,
            Role = MessageRole.User,
            Text = turn.Message,
            CreatedAt = now,
        };
        await connection.InsertMessageAsync(turn.Owner, message, cancellationToken);
        return new TurnStart.Begun(conversation, await RecentAsync(connection, message, cancellationToken));
    }

    private async Task<IReadOnlyList<MessageRow>> RecentAsync(
        DbConnection connection, MessageRow message, CancellationToken cancellationToken)
    {
        if (turn.CreateConversation || recentMessages == 0)
            return [];
        var rows = await connection.MessagesBeforeAsync(message.ConversationId, message.Sequence, recentMessages, cancellationToken);
        rows.Reverse();
        return rows;
    }
}
