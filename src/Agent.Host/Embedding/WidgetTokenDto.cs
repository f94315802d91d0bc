namespace PromptLab.Host.Embedding;

/// <param name="Token">For the page; sent as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that it holds from now on; clocks may differ.</param>
/// <param name="Owner">Whose conversations it opens.</param>
public sealed record WidgetTokenDto(string Token, string Owner, DateTimeOffset ExpiresAt, int ExpiresIn);
