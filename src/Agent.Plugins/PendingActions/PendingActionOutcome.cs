using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.PendingActions;

/// <summary>What came of carrying out a confirmed action, rendered for the person.</summary>
/// <param name="Status"><c>done</c>, <c>failed</c> or <c>replaced</c>; null when it is not over: somebody looks after it later.</param>
/// <param name="Result">Short stable code, for example <c>ok</c> or <c>changed</c>.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Next">A new proposal, when the state is not the one that was confirmed.</param>
public sealed record PendingActionOutcome(string? Status, string Result, string Text, IReadOnlyList<Card> Cards, PendingProposal? Next = null);
