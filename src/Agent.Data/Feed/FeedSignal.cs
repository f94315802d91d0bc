using System.Collections.Concurrent;

namespace PromptLab.Data.Feed;

/// <summary>Wakes those who follow a feed on this node.</summary>
public sealed class FeedSignal
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next change. Taken before reading, so that nothing falls in between.</summary>
    public Task NextAsync(string owner) =>
        waiting.GetOrAdd(owner, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>To be called after the commit of what was appended for the owner.</summary>
    public void Notify(string owner)
    {
        if (waiting.TryRemove(owner, out var next))
            next.SetResult();
    }

    /// <summary>Everybody looks again: something may have been missed.</summary>
    public void NotifyAll()
    {
        foreach (var owner in waiting.Keys)
            Notify(owner);
    }
}
