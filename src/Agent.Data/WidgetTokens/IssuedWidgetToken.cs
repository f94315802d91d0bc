namespace PromptLab.Data.WidgetTokens;

/// <param name="Token">The plain token, <c>plw_…</c>; it is nowhere else.</param>
public sealed record IssuedWidgetToken(string Token, DateTimeOffset ExpiresAt);
