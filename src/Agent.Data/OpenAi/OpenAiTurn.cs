namespace PromptLab.Data.OpenAi;

/// <summary>A turn by the OpenAI-compatible door, and the messages that its client sent with it, as hashes.</summary>
/// <param name="History">Of the messages before the question; null when there were none.</param>
/// <param name="Asked">Of all messages, the question included.</param>
public sealed record OpenAiTurn(Guid TurnId, Guid ConversationId, string Owner, string? History, string Asked);
