using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptLab.Benchmarks.Planning;

/// <summary>Calls one tool and asks for a comment; with the tool's result it comments. Takes no time.</summary>
internal sealed class InstantModel(string tool) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        if (messages.Last().Role == ChatRole.Tool)
        {
            foreach (var piece in (string[])["Few clicks, ", "because the page ", "was changed."])
            {
                yield return new(ChatRole.Assistant, piece);
            }
        }
        else
        {
            yield return new(ChatRole.Assistant, [new FunctionCallContent("call_1", tool, new Dictionary<string, object?> { ["commentary"] = true })]);
        }

        yield return new(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 900, OutputTokenCount = 18 })]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
