using System.Runtime.CompilerServices;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>A run that is over, or runs on another node, as the database tells it.</summary>
internal sealed class StoredRun(
    Func<long, CancellationToken, Task<IReadOnlyList<StoredEvent>>> read, Func<CancellationToken, Task<bool>> runs, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Batches of events after <paramref name="after"/> until the run has ended.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(
        bool isRunning, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await read(after, cancellationToken);
            if (stored.Count > 0)
            {
                var batch = stored.Select(item => new TurnEvent(item.Sequence, TurnEventType.Of(item.Json), item.Json)).ToArray();
                yield return batch;
                after = batch[^1].Sequence;
                // What ended once may go on in a further attempt.
                if (batch[^1].IsLast && !await runs(cancellationToken))
                {
                    yield break;
                }
            }
            else if (!isRunning)
            {
                yield break;
            }

            await Task.Delay(Pause, time, cancellationToken);
            isRunning = await runs(cancellationToken);
        }
    }
}
