using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models;

/// <summary>One call of a provider: its stream, how long it may be silent, and what came before its first content.</summary>
internal sealed class ModelAttempt(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, Patience patience) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> stream =
        client.GetStreamingResponseAsync(messages, options, patience.Token).GetAsyncEnumerator(patience.Token);

    private readonly List<ChatResponseUpdate> opening = new(1);

    /// <summary>Everything up to and including the first content.</summary>
    public IReadOnlyList<ChatResponseUpdate> Opening => opening;

    public ChatResponseUpdate Current => stream.Current;

    /// <summary>Reads up to the first content, or to the end of an empty reply. Returns why that failed, if it did.</summary>
    public async Task<ModelException?> OpenAsync()
    {
        try
        {
            while (await stream.MoveNextAsync())
            {
                opening.Add(stream.Current);
                if (HasContent(stream.Current))
                {
                    break;
                }
            }

            patience.Lift();
            return null;
        }
        catch (Exception exception) when (Failure(exception) is { } failure)
        {
            return failure;
        }
    }

    /// <summary>The next update; at most <paramref name="silence"/> is waited for it.</summary>
    public async ValueTask<bool> NextAsync(TimeSpan silence)
    {
        try
        {
            var next = stream.MoveNextAsync();
            if (next.IsCompleted)
            {
                return await next;
            }

            patience.Limit(silence);
            var any = await next;
            patience.Lift();
            return any;
        }
        catch (Exception exception) when (Failure(exception) is { } failure && failure != exception)
        {
            throw failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        patience.Dispose();
    }

    private ModelException? Failure(Exception exception) =>
        patience.RanOut ? new(ModelFailure.Timeout, exception) : ModelFault.From(exception);

    private static bool HasContent(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is TextContent { Text.Length: > 0 } or FunctionCallContent)
            {
                return true;
            }
        }

        return false;
    }
}
