namespace PromptLab.Data.Slack;

public sealed record SlackMessageRow
{
    public required Guid Id { get; init; }

    public required string Channel { get; init; }

    public string? ThreadTs { get; init; }

    public string? ResponseUrl { get; init; }

    public required string Content { get; init; }

    public string? Source { get; init; }

    /// <summary>Counts the changes of the content.</summary>
    public int Version { get; init; }

    /// <summary>What Slack has; 0 before it has any.</summary>
    public int SentVersion { get; init; }

    /// <summary>Slack's timestamp of the message; null before it is there, and always with a response URL.</summary>
    public string? Ts { get; init; }

    /// <summary>Counts the claims: who has lost one can store nothing more.</summary>
    public int Claim { get; init; }

    /// <summary>Failures since something last worked.</summary>
    public int Attempts { get; init; }

    /// <summary>It was being posted, and nobody knows whether Slack has it.</summary>
    public bool IsUncertain { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
