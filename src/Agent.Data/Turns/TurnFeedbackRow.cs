namespace PromptLab.Data.Turns;

/// <summary>What the person who asked thinks of an answer.</summary>
public sealed record TurnFeedbackRow
{
    public required Guid TurnId { get; init; }

    /// <summary>One of <see cref="Turns.Thumb"/>; null for a comment alone.</summary>
    public string? Thumb { get; init; }

    public string? Comment { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
