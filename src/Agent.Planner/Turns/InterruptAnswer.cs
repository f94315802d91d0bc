namespace PromptLab.Planner.Turns;

/// <summary>A person's answer to a confirmation that a turn ended with.</summary>
/// <param name="Id">The pending action's id, which is the interrupt's.</param>
public sealed record InterruptAnswer(Guid Id, bool IsConfirmed);
