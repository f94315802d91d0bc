namespace PromptLab.Data.Conversations;

public sealed record ConversationRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required string Title { get; init; }

    public bool IsPinned { get; init; }

    /// <summary>JSON of what was settled in the conversation; null before the first completed turn.</summary>
    public string? State { get; init; }

    /// <summary>The turn that holds the conversation; null when it is free.</summary>
    public Guid? RunningTurnId { get; init; }

    /// <summary>Sequence of the newest message; 0 when there is none.</summary>
    public long LastSequence { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
