using System.Runtime.CompilerServices;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>
/// The events of a turn for somebody who follows it late: from memory while it runs here, from the database when it is over or runs
/// on another node.
/// </summary>
public sealed class TurnViewer(LiveTurns live, TurnRepository turns, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Batches of events after <paramref name="after"/> until the run has ended.</summary>
    public IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(TurnRow turn, long after, CancellationToken cancellationToken) =>
        live.TryGet(turn.Id, out var running) ? running.ReadAsync(after, cancellationToken) : ReadStoredAsync(turn, after, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadStoredAsync(
        TurnRow turn, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isRunning = turn.Status == TurnStatus.Running;
        while (true)
        {
            var stored = await turns.ReadEventsAsync(turn.Id, after, cancellationToken);
            if (stored.Count > 0)
            {
                var batch = stored.Select(item => new TurnEvent(item.Sequence, TurnEventType.Of(item.Json), item.Json)).ToArray();
                yield return batch;
                after = batch[^1].Sequence;
                if (batch[^1].IsLast)
                {
                    yield break;
                }
            }
            else if (!isRunning)
            {
                yield break;
            }

            await Task.Delay(Pause, time, cancellationToken);
            isRunning = (await turns.FindAsync(turn.Owner, turn.Id, cancellationToken))?.Status == TurnStatus.Running;
        }
    }
}
