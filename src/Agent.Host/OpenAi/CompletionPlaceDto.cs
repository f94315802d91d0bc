namespace PromptLab.Host.OpenAi;

/// <param name="ConversationId">By which <c>/api/v1</c> and the page go on with the conversation.</param>
/// <param name="Outcome"><c>answer</c>, <c>clarify</c>, <c>proposal</c> …, as <c>/api/v1/chat</c> has it.</param>
/// <param name="PendingAction">What waits for a yes; null when nothing does.</param>
internal sealed record CompletionPlaceDto(Guid ConversationId, Guid TurnId, string? Outcome, Guid? PendingAction);
