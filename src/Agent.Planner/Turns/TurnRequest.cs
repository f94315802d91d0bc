namespace PromptLab.Planner.Turns;

/// <summary>One message of a person, by whatever door it came.</summary>
/// <param name="Conversation">Null starts a new conversation.</param>
/// <param name="Owner">The user's id.</param>
/// <param name="Door">For example <c>http</c>, <c>slack</c>, <c>schedule</c>.</param>
/// <param name="IdempotencyKey">The same key of the same owner gives the same turn.</param>
public sealed record TurnRequest(Guid? Conversation, string Owner, string Message, string Door, string? IdempotencyKey);
