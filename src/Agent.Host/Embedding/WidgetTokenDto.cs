namespace PromptLab.Host.Embedding;

/// <param name="Token">For the page; sent as <c>Authorization: Bearer</c>.</param>
/// <param name="Owner">Whose conversations it opens.</param>
public sealed record WidgetTokenDto(string Token, string Owner, DateTimeOffset ExpiresAt);
