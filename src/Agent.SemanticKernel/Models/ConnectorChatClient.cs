using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;

namespace PromptLab.SemanticKernel.Models;

/// <summary>
/// One request through Semantic Kernel's connector. The loop is above, over every kind of model the same; between them are retries, time
/// limits and the stand-in, each of one request.
/// </summary>
internal sealed class ConnectorChatClient(IChatCompletionService connector, ConnectorSettings settings) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reply = new ConnectorReply();
        var history = ConnectorHistory.Of(messages);
        await foreach (var piece in connector.GetStreamingChatMessageContentsAsync(history, settings.For(options), kernel: null, cancellationToken))
        {
            if (reply.Read(piece) is { Length: > 0 } text)
            {
                yield return reply.Update(text);
            }
        }

        yield return reply.LastUpdate();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The connections belong to the registry.
    }
}
