using PromptLab.Data.Conversations;

namespace PromptLab.Data.Turns;

/// <summary>What came of beginning a turn; nothing is stored unless it is <see cref="Begun"/>.</summary>
public abstract record TurnStart
{
    private TurnStart()
    {
    }

    /// <param name="Conversation">As claimed for this turn.</param>
    /// <param name="Recent">The messages before this turn's own, oldest first.</param>
    public sealed record Begun(ConversationRow Conversation, IReadOnlyList<MessageRow> Recent) : TurnStart;

    /// <summary>Another turn holds the conversation.</summary>
    public sealed record Busy(Guid RunningTurnId) : TurnStart;

    public sealed record ConversationNotFound : TurnStart;

    /// <summary>The turn to be replaced is not the conversation's last one.</summary>
    public sealed record NotLast : TurnStart;

    /// <summary>The owner has used this idempotency key before.</summary>
    public sealed record Repeated(TurnRow Turn) : TurnStart;
}
