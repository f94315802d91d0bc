using System.ComponentModel;
using System.Text.Json;

namespace PromptLab.Host.OpenAi;

/// <summary>
/// What this door reads of a chat completion request. Sampling settings and the like are accepted and have no effect: the answers
/// are rendered by code.
/// </summary>
internal sealed record CompletionRequest
{
    [Description("promptlab; GET /v1/models lists it.")]
    public string? Model { get; init; }

    [Description("What was said so far; the last one is the user's question. System and developer messages are not followed: the agent has its own.")]
    public IReadOnlyList<CompletionMessage?>? Messages { get; init; }

    public bool? Stream { get; init; }

    public CompletionStreamOptions? StreamOptions { get; init; }

    [Description("1; the agent gives one answer.")]
    public int? N { get; init; }

    [Description("A text, or up to four, that the answer ends before.")]
    public JsonElement? Stop { get; init; }

    [Description("The answer is cut after about so many tokens.")]
    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    [Description("Tools of the caller are not called; a choice that demands one is refused.")]
    public JsonElement? ToolChoice { get; init; }

    [Description("text; the agent answers in Markdown.")]
    public JsonElement? ResponseFormat { get; init; }

    public bool? Logprobs { get; init; }

    public IReadOnlyList<string>? Modalities { get; init; }

    [Description("conversation_id: a conversation of yours, or an id of your own that becomes one.")]
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }
}
