namespace PromptLab.Host.Conversations;

/// <summary>What is missing stays as it is.</summary>
/// <param name="Title">1 to 200 characters.</param>
public sealed record ConversationChange(string? Title, bool? IsPinned);
