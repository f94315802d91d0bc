using System.Collections.Concurrent;
using PromptLab.Everflow.Quota;

namespace PromptLab.Everflow.Transport;

/// <summary>Identical reads that are under way at the same time are sent once.</summary>
internal sealed class SharedReads(TimeProvider time)
{
    private readonly ConcurrentDictionary<ReadKey, object> _running = new();

    /// <param name="read">Runs with a token that is cancelled when the last caller has left.</param>
    /// <param name="listener">Told of waits, also when another caller started the read.</param>
    public async Task<T> RunAsync<T>(
        ReadKey key, Func<WaitNotice, CancellationToken, Task<T>> read, Action<TimeSpan>? listener, CancellationToken cancellationToken)
    {
        var shared = Join(key, read, listener);
        try
        {
            return await shared.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            shared.Leave();
            shared.Notice.Leave(listener);
        }
    }

    private SharedRead<T> Join<T>(ReadKey key, Func<WaitNotice, CancellationToken, Task<T>> read, Action<TimeSpan>? listener)
    {
        while (true)
        {
            if (_running.TryGetValue(key, out var running) && running is SharedRead<T> other)
            {
                if (other.TryJoin())
                {
                    other.Notice.Join(listener);
                    return other;
                }

                // Everybody left, so it is being cancelled.
                _running.TryRemove(new(key, other));
            }

            var own = new SharedRead<T>(new(time));
            own.Notice.Join(listener);
            if (!_running.TryAdd(key, own))
                continue;

            _ = StartAsync(key, own, read);
            return own;
        }
    }

    private async Task StartAsync<T>(ReadKey key, SharedRead<T> own, Func<WaitNotice, CancellationToken, Task<T>> read)
    {
        var result = await Outcome(own, read);
        _running.TryRemove(new(key, own));
        own.Complete(result);
    }

    /// <summary>The finished task, whatever became of it.</summary>
    private static async Task<Task<T>> Outcome<T>(SharedRead<T> own, Func<WaitNotice, CancellationToken, Task<T>> read)
    {
        var task = read(own.Notice, own.Abandoned);
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task;
    }
}
