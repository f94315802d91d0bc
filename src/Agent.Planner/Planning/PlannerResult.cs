using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.Planning;

/// <summary>How a planner's turn ended.</summary>
/// <param name="Outcome"><c>answer</c>, <c>clarify</c>, <c>refuse</c>, <c>help</c>, <c>smalltalk</c> or <c>problem</c>.</param>
/// <param name="State">The conversation's state from now on.</param>
public sealed record PlannerResult(string Outcome, ConversationState State, long InputTokens, long OutputTokens);
