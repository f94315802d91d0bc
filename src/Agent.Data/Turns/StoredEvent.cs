namespace PromptLab.Data.Turns;

/// <param name="Sequence">Place in the turn; rises, may have gaps.</param>
/// <param name="Json">One line.</param>
public readonly record struct StoredEvent(long Sequence, string Json);
