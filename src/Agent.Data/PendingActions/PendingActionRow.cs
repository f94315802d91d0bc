namespace PromptLab.Data.PendingActions;

public sealed record PendingActionRow
{
    public required Guid Id { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Owner { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? TurnId { get; init; }

    public required string Tool { get; init; }

    public required string Subject { get; init; }

    /// <summary>JSON of the exact resolved arguments.</summary>
    public required string Arguments { get; init; }

    /// <summary>JSON of the display names of the ids in the arguments.</summary>
    public required string Names { get; init; }

    /// <summary>JSON of the workflow's own request.</summary>
    public required string Payload { get; init; }

    /// <summary>SHA-256 of the state that the person was shown.</summary>
    public required string Digest { get; init; }

    /// <summary>JSON of what the person was shown.</summary>
    public required string Card { get; init; }

    public int? PartnerId { get; init; }

    public int? OfferId { get; init; }

    /// <summary>One of <see cref="PendingActionStatus"/>; past its time it reads as expired, also before that is stored.</summary>
    public required string Status { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Node { get; init; }

    /// <summary>Counts who carries it out: a process that has lost the action to another can store nothing more of it.</summary>
    public int Attempt { get; init; }

    /// <summary>SHA-256 of what was set for all other partners before the change was sent.</summary>
    public string? OthersDigest { get; init; }

    /// <summary>The change was about to be sent; null means that it never was.</summary>
    public DateTimeOffset? WriteStartedAt { get; init; }

    /// <summary>The network was seen to have the change.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? LinkCreatedAt { get; init; }

    /// <summary>Short stable code of how it ended; null before.</summary>
    public string? Result { get; init; }

    /// <summary>What the person read of the end; null before.</summary>
    public string? Reply { get; init; }

    /// <summary>JSON array of the cards of the reply.</summary>
    public string? Cards { get; init; }
}
