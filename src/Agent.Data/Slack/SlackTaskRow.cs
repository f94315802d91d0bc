namespace PromptLab.Data.Slack;

public sealed record SlackTaskRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Thread { get; init; }

    /// <summary>One of <see cref="SlackTaskKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Payload { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
}
