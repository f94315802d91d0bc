namespace PromptLab.Planner.Turns;

/// <summary>One AG-UI 1.0 event of a turn, already serialised.</summary>
/// <param name="Sequence">1, 2, 3 … within the turn; with the turn's id it is the event's id on the wire.</param>
/// <param name="Type">The AG-UI type, for example <c>TEXT_MESSAGE_CONTENT</c>.</param>
/// <param name="Json">The whole event, without line breaks.</param>
public sealed record TurnEvent(long Sequence, string Type, string Json)
{
    /// <summary>True for the event after which nothing follows.</summary>
    public bool IsLast => TurnEventType.EndsRun(Type);
}
