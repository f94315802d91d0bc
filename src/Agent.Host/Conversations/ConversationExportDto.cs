namespace PromptLab.Host.Conversations;

/// <summary>A whole conversation.</summary>
/// <param name="Messages">Oldest first; answers that were given again are left out.</param>
public sealed record ConversationExportDto(ConversationDto Conversation, DateTimeOffset ExportedAt, IAsyncEnumerable<MessageDto> Messages);
