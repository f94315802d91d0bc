using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Tests.Models;

/// <summary>Stands where the embedded planner is registered; answers with a fixed text.</summary>
internal sealed class StandInClient : IChatClient
{
    public const string Answer = "stand-in";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer)));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        new[] { new ChatResponseUpdate(ChatRole.Assistant, Answer[..5]), new ChatResponseUpdate(ChatRole.Assistant, Answer[5..]) }.ToAsyncEnumerable();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
