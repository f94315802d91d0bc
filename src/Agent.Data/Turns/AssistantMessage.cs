namespace PromptLab.Data.Turns;

/// <param name="Cards">JSON array of cards, or null.</param>
/// <param name="Outcome">What kind of reply it is (answer, clarify, refuse …), or null.</param>
public sealed record AssistantMessage(Guid Id, string Text, string? Cards, string? Outcome);
