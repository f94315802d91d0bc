using System.Runtime.CompilerServices;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Doors;

/// <summary>Marks long waits in the events of a turn, so that a door can show that it is still there.</summary>
internal static class Silence
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The same batches, and an empty one whenever nothing came for a while.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TurnEvent>> MarkAsync(
        IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = batches.GetAsyncEnumerator(cancellationToken);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                var came = await WaitAsync(next, time, cancellationToken);
                if (came is false)
                {
                    yield break;
                }

                yield return came is null ? [] : events.Current;
                next = came is null ? next : events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Whoever leaves in the middle of a wait: events may only be disposed when nothing asks for more of them.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Null when it takes long.</summary>
    private static async Task<bool?> WaitAsync(Task<bool> next, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await next.WaitAsync(Longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
