namespace PromptLab.Host.OpenAi;

/// <summary>Tokens of the model behind the agent; zero when none was asked.</summary>
internal sealed record CompletionUsage(long PromptTokens, long CompletionTokens, long TotalTokens);
