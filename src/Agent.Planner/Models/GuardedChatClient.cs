using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models;

/// <summary>
/// Timeouts, retries and one exception type around a provider's client. Nothing is passed on before the first content, so that an
/// attempt that fails until then leaves no trace and can be made again.
/// </summary>
internal sealed class GuardedChatClient(IChatClient innerClient, ProviderOptions options, TimeProvider time) : DelegatingChatClient(innerClient)
{
    /// <summary>Key of <see cref="ChatResponseUpdate.AdditionalProperties"/> of the first update; the value says how often the call was made again.</summary>
    public const string Retries = "promptlab.retries";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var attempt = await BeginAsync(messages, chatOptions, cancellationToken);
        foreach (var update in attempt.Opening)
        {
            yield return update;
        }

        while (await attempt.NextAsync(options.IdleTimeout))
        {
            yield return attempt.Current;
        }
    }

    private async Task<ModelAttempt> BeginAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            var attempt = new ModelAttempt(InnerClient, messages, chatOptions, new(options.Timeout, time, cancellationToken));
            var failure = await attempt.OpenAsync();
            if (failure is null)
            {
                Record(attempt, retry);
                return attempt;
            }

            await attempt.DisposeAsync();
            if (retry == options.Retries || !failure.IsTransient || failure.RetryAfter > options.MaxRetryDelay)
            {
                failure.Retries = retry;
                throw failure;
            }

            await Task.Delay(failure.RetryAfter ?? Backoff(retry), time, cancellationToken);
        }
    }

    private static void Record(ModelAttempt attempt, int retries)
    {
        if (retries > 0 && attempt.Opening is [var first, ..])
        {
            (first.AdditionalProperties ??= [])[Retries] = retries;
        }
    }

    private TimeSpan Backoff(int retry)
    {
        var delay = TimeSpan.FromTicks(Math.Min(options.RetryDelay.Ticks << retry, options.MaxRetryDelay.Ticks));
        return delay * (0.5 + 0.5 * Random.Shared.NextDouble());
    }
}
