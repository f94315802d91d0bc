namespace PromptLab.Planner.Turns;

/// <summary>What the last event of a run says of it.</summary>
/// <param name="Outcome">
/// <c>answer</c>, <c>clarify</c>, <c>refuse</c>, <c>help</c>, <c>smalltalk</c>, <c>problem</c>, <c>proposal</c>, <c>confirm_yes</c>,
/// <c>confirm_no</c>, <c>cancelled</c>.
/// </param>
internal sealed record RunResult(
    string Outcome, bool IsCancelled, long DurationMilliseconds, string? Provider, string? Model, long InputTokens, long OutputTokens)
{
    /// <summary>What was said was a yes or a no: it counts once, and is not answered again.</summary>
    public bool IsDecision { get; init; }

    /// <summary>Confirmations that the run waits for.</summary>
    public IReadOnlyList<TurnInterrupt> Interrupts { get; init; } = [];
}
