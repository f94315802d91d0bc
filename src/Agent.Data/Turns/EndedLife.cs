namespace PromptLab.Data.Turns;

/// <summary>Something that was closed because nobody ran it any more.</summary>
internal sealed record EndedLife
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    /// <summary>0 for what has only one.</summary>
    public int Attempt { get; init; }
}
