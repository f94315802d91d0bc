using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>
/// OpenAI chat completions over the official SDK's pipeline, but with requests and replies read and written as bytes: the SDK's typed
/// models cost several times the CPU of a whole turn. Text is passed on as it comes; tool calls, usage and the finish reason are one last update.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly ChatClient client;
    private readonly ChatRequestWriter writer;
    private readonly ChatClientMetadata metadata;

    public OpenAiChatClient(ProviderOptions provider, HttpClient http)
    {
        client = OpenAiServer.Connect(provider, http).GetChatClient(provider.Model!);
        writer = new(provider);
        metadata = new("openai", OpenAiServer.Address(provider), provider.Model);
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options, cancellationToken);
        var reply = new StreamedReply();
        await foreach (var text in Texts(response, reply, cancellationToken))
        {
            yield return reply.Update(text);
        }

        yield return reply.LastUpdate();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType == typeof(ChatClient) ? client
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The connections belong to the registry.
    }

    private async Task<PipelineResponse> SendAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        // Given back once the reply begins: streams are held open for long, and by then the request has been sent.
        using var body = new PooledBody();
        writer.Write(body, messages, options);
        var request = new RequestOptions { BufferResponse = false, CancellationToken = cancellationToken };
        return (await client.CompleteChatAsync(body, request)).GetRawResponse();
    }

    private static async IAsyncEnumerable<string> Texts(
        PipelineResponse response, StreamedReply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = response.ContentStream ?? Stream.Null;
        if (!IsEventStream(response))
        {
            // A server that cannot stream answers with the whole completion; it has the same shape.
            if (reply.Read("", (await BinaryData.FromStreamAsync(stream, cancellationToken)).ToMemory().Span) is { Length: > 0 } whole)
            {
                yield return whole;
            }

            yield break;
        }

        await foreach (var item in SseParser.Create(stream, reply.Read).EnumerateAsync(cancellationToken))
        {
            if (item.Data is { Length: > 0 } text)
            {
                yield return text;
            }

            if (reply.IsDone)
            {
                yield break;
            }
        }
    }

    private static bool IsEventStream(PipelineResponse response) =>
        !response.Headers.TryGetValue("Content-Type", out var type) || !type!.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
}
