namespace PromptLab.Data.PendingActions;

/// <summary>How an action ended that was being carried out.</summary>
/// <param name="Attempt">As the claim gave it.</param>
/// <param name="Status">One of <see cref="PendingActionStatus"/>.</param>
/// <param name="Result">Short stable code, for example <c>ok</c>.</param>
/// <param name="Reply">What the person reads.</param>
/// <param name="Cards">JSON array of cards, or null.</param>
public sealed record PendingActionEnd(Guid Id, int Attempt, string Status, string Result, string Reply, string? Cards);
