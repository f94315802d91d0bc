using PromptLab.Planner.DirectCalls;

namespace PromptLab.Planner.Turns;

/// <summary>One message of a person, by whatever door it came.</summary>
/// <param name="Conversation">Null starts a new conversation.</param>
/// <param name="Owner">The user's id.</param>
/// <param name="Door">For example <c>http</c>, <c>slack</c>, <c>schedule</c>.</param>
/// <param name="IdempotencyKey">The same key of the same owner gives the same turn.</param>
public sealed record TurnRequest(Guid? Conversation, string Owner, string Message, string Door, string? IdempotencyKey)
{
    /// <summary>A call that the person made themselves; then no model is asked, and the message may be left empty.</summary>
    public DirectCall? Call { get; init; }

    /// <summary>Answers to the confirmations that a turn ended with; null for a message in words.</summary>
    public IReadOnlyList<InterruptAnswer>? Resume { get; init; }

    /// <summary>The id that the turn is to have, when somebody must know it before the turn begins; null gives it a new one.</summary>
    public Guid? Turn { get; init; }

    /// <summary>The conversation's last turn, when this one is to answer its message again.</summary>
    public Guid? Replaces { get; init; }
}
