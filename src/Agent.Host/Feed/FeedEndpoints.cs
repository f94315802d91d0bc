using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Feed;
using PromptLab.Host.Authentication;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Feed;

internal static class FeedEndpoints
{
    public static IEndpointRouteBuilder MapFeed(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts/stream", FollowAsync)
            .WithName("AlertStream")
            .WithTags("Alerts")
            .WithSummary("Alerts and messages of the agent, as they come")
            .WithDescription("AG-UI CUSTOM events named `alert`, `message` and `pending_action`. Starts now, with an event `feed` that carries the place to "
                + "start again from; with `Last-Event-ID` (or `after`) it first gives what was missed.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<Results<TurnEventStream, ProblemHttpResult>> FollowAsync(
        HttpContext http, FeedRepository feed, IHostApplicationLifetime lifetime, TimeProvider time,
        [AsParameters] TurnEventPlace place, CancellationToken cancellationToken)
    {
        long sequence = 0;
        if (!string.IsNullOrEmpty(place.Text) && (!long.TryParse(place.Text, out sequence) || sequence < 0))
        {
            return place.Problem("Give the id of an event of this stream, which is a number, or nothing to start now.");
        }

        var owner = http.User.Owner();
        var head = string.IsNullOrEmpty(place.Text) ? await feed.HeadAsync(owner, cancellationToken) : (long?)null;
        return new TurnEventStream("", EventsAsync(feed, owner, head, sequence, time.GetUtcNow(), lifetime.ApplicationStopping, cancellationToken));
    }

    /// <summary>Has no end of its own, so it must not keep a stopping service waiting.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<TurnEvent>> EventsAsync(
        FeedRepository feed, string owner, long? head, long after, DateTimeOffset now, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (head is { } start)
        {
            yield return [FeedEvent.Start(start, now)];
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await using var batches = feed.FollowAsync(owner, head ?? after, ended.Token).GetAsyncEnumerator(ended.Token);
        while (await NextAsync(batches, stopping))
        {
            yield return [.. batches.Current.Select(FeedEvent.Of)];
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<IReadOnlyList<FeedItem>> batches, CancellationToken stopping)
    {
        try
        {
            return await batches.MoveNextAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
