namespace PromptLab.Data.Conversations;

/// <summary>A message that the agent sends by itself, outside a turn.</summary>
/// <param name="Id">The same id is stored once, however often it is posted.</param>
/// <param name="Cards">JSON array of cards; null for none.</param>
/// <param name="Outcome">As with a turn's message, for example <c>answer</c> or <c>problem</c>.</param>
public sealed record AgentMessage(Guid Id, Guid ConversationId, string Owner, string Text, string? Cards, string Outcome)
{
    /// <summary>JSON of what the conversation has settled from now on; null leaves it as it is.</summary>
    public string? State { get; init; }

    /// <summary>
    /// Makes <see cref="ConversationId"/> the name of a standing conversation ("Alerts"): one of this title is begun when the owner
    /// has none, also after the last one was deleted.
    /// </summary>
    public string? NewConversationTitle { get; init; }
}
