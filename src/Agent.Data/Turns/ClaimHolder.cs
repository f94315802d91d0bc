namespace PromptLab.Data.Turns;

internal sealed record ClaimHolder
{
    /// <summary>Null when the conversation is free.</summary>
    public Guid? TurnId { get; init; }
}
