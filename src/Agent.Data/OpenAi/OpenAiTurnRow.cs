namespace PromptLab.Data.OpenAi;

public sealed record OpenAiTurnRow
{
    public required Guid TurnId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>Of all messages that it was asked with.</summary>
    public required string AskedHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
