using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace PromptLab.Planner.Models;

/// <summary>
/// Lets another model answer when this one fails before its first content. The first update (and the response) then carries the reason
/// under <see cref="FallbackReason"/> and the stand-in's model id, so that the person is told.
/// </summary>
public sealed partial class FallbackChatClient(ChatModel model, ChatModel standIn, ILogger<FallbackChatClient> logger)
    : DelegatingChatClient(model.Client)
{
    /// <summary>Key of <see cref="ChatResponseUpdate.AdditionalProperties"/>; the value is a <see cref="ModelException.Code"/>.</summary>
    public const string FallbackReason = "promptlab.fallback";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await InnerClient.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (ModelException failure)
        {
            LogStandIn(model.Provider, standIn.Provider, failure.Code, (int?)failure.Status);
            var response = await standIn.Client.GetResponseAsync(messages, options, cancellationToken);
            response.ModelId ??= standIn.Model;
            (response.AdditionalProperties ??= [])[FallbackReason] = failure.Code;
            return response;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (any, failure) = await BeginAsync(stream);
        if (failure is not null)
        {
            await foreach (var update in StandInAsync(failure, messages, options, cancellationToken))
            {
                yield return update;
            }
        }

        for (; any; any = await stream.MoveNextAsync())
        {
            yield return stream.Current;
        }
    }

    private static async Task<(bool Any, ModelException? Failure)> BeginAsync(IAsyncEnumerator<ChatResponseUpdate> stream)
    {
        try
        {
            return (await stream.MoveNextAsync(), null);
        }
        catch (ModelException failure)
        {
            return (false, failure);
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StandInAsync(
        ModelException failure, IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LogStandIn(model.Provider, standIn.Provider, failure.Code, (int?)failure.Status);
        var first = true;
        await foreach (var update in standIn.Client.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (first)
            {
                update.ModelId ??= standIn.Model;
                (update.AdditionalProperties ??= [])[FallbackReason] = failure.Code;
                first = false;
            }

            yield return update;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model provider {Provider} failed ({Reason}, status {Status}); {StandIn} answers")]
    private partial void LogStandIn(string provider, string standIn, string reason, int? status);
}
