namespace PromptLab.Data.Feed;

/// <summary>One thing that happened for a user without a turn of theirs.</summary>
public sealed record FeedItem
{
    /// <summary>1, 2, 3 … for each owner, in the order of being stored.</summary>
    public long Sequence { get; init; }

    /// <summary>One of <see cref="FeedKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON object.</summary>
    public required string Payload { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
