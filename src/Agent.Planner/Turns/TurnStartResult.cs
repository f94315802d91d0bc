using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>What came of asking for a turn.</summary>
public abstract record TurnStartResult
{
    private TurnStartResult()
    {
    }

    public sealed record Started(LiveTurn Turn) : TurnStartResult;

    /// <summary>The same idempotency key was used before: its turn is the answer.</summary>
    public sealed record Repeated(TurnRow Turn) : TurnStartResult;

    /// <summary>The conversation is still answering <paramref name="RunningTurn"/>.</summary>
    public sealed record Busy(Guid RunningTurn) : TurnStartResult;

    public sealed record ConversationNotFound : TurnStartResult;

    public sealed record TurnNotFound : TurnStartResult;

    /// <summary>Only the last turn of a conversation can be answered again.</summary>
    public sealed record NotLast : TurnStartResult;

    /// <summary>The turn proposed, decided or made a change, which must not happen twice, or its message is a yes or no.</summary>
    public sealed record NotRepeatable : TurnStartResult;

    /// <param name="Code"><c>message_empty</c>, <c>message_too_long</c>, <c>turn_limit</c>, <c>token_limit</c>, <c>tool_unknown</c> or <c>argument_unknown</c>.</param>
    /// <param name="RetryAfter">When the same request may succeed; null when it never will.</param>
    public sealed record Rejected(string Code, string Text, TimeSpan? RetryAfter) : TurnStartResult;
}
