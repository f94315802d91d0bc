namespace PromptLab.Host.Tests.Conformance;

/// <summary>What OpenAI's own client made of a step.</summary>
internal sealed record CompletionReport(
    string? Content, string? Finish, int Chunks, CompletionReport.Tokens? Usage, Guid Conversation, Guid? Pending, bool Stopped,
    IReadOnlyList<string>? Models, CompletionReport.Failure? Error)
{
    internal sealed record Tokens(
        [property: System.Text.Json.Serialization.JsonPropertyName("prompt_tokens")] long Prompt,
        [property: System.Text.Json.Serialization.JsonPropertyName("completion_tokens")] long Completion);

    internal sealed record Failure(string Name, int? Status, string? Code, string? Type, string? Param, string Message);
}
