namespace PromptLab.Host.Chat;

/// <param name="Code">Stable, for example <c>turn_timeout</c>.</param>
public sealed record ChatError(string Code, string Message);
