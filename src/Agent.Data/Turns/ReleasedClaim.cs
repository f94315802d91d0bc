namespace PromptLab.Data.Turns;

internal sealed record ReleasedClaim
{
    public required string Owner { get; init; }

    /// <summary>Sequence of the newest message, those that the release announced included.</summary>
    public long LastSequence { get; init; }
}
