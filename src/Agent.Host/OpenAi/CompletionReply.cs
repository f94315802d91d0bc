namespace PromptLab.Host.OpenAi;

/// <summary>A whole answer.</summary>
/// <param name="Created">Unix seconds.</param>
/// <param name="Promptlab">What OpenAI's protocol has no place for.</param>
internal sealed record CompletionReply(
    string Id, string Object, long Created, string Model, IReadOnlyList<CompletionReply.Choice> Choices, CompletionUsage Usage, CompletionPlaceDto Promptlab)
{
    internal sealed record Choice(int Index, Answer Message, object? Logprobs, string FinishReason);

    /// <param name="Content">Markdown.</param>
    internal sealed record Answer(string Role, string Content, string? Refusal);
}
