namespace PromptLab.Host.OpenAi;

/// <param name="IncludeUsage">True for a last piece with the tokens.</param>
internal sealed record CompletionStreamOptions(bool? IncludeUsage);
