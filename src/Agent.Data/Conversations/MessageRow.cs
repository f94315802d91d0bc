namespace PromptLab.Data.Conversations;

public sealed record MessageRow
{
    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public Guid? TurnId { get; init; }

    /// <summary>Place in the conversation, counted from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>One of <see cref="MessageRole"/>.</summary>
    public required string Role { get; init; }

    public required string Text { get; init; }

    /// <summary>JSON array of cards; null when there are none.</summary>
    public string? Cards { get; init; }

    /// <summary>What kind of reply it is (answer, clarify, refuse …); null for a user's message.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the person thinks of the answer, one of <see cref="Turns.Thumb"/>; null when nothing was said.</summary>
    public string? Thumb { get; init; }

    /// <summary>The person's words about the answer.</summary>
    public string? Comment { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
