using System.Runtime.CompilerServices;
using PromptLab.Data.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Doors;

/// <summary>Starts and stops turns for clients that have no other way to stop than to go away.</summary>
internal sealed class DoorTurns(TurnEngine engine, TurnRepository turns, TurnViewer viewer)
{
    /// <summary>
    /// A turn that is being stopped is waited for: whoever stopped an answer asks the next question at once. A question that was to
    /// take the place of one which is no longer the last comes after it.
    /// </summary>
    public async Task<TurnStartResult> StartAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        var start = await engine.StartAsync(request, cancellationToken);
        if (start is TurnStartResult.Busy busy
            && await turns.FindAsync(request.Owner, busy.RunningTurn, cancellationToken) is { CancelRequestedAt: not null } stopping)
        {
            await foreach (var _ in viewer.ReadAsync(stopping, 0, cancellationToken))
            {
                // Until its last event.
            }

            start = await engine.StartAsync(request, cancellationToken);
        }

        return start is TurnStartResult.NotLast ? await engine.StartAsync(request with { Replaces = null }, cancellationToken) : start;
    }

    /// <summary>The events of a turn from its beginning. It is stopped when the reader leaves before its end.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TurnEvent>> FollowAsync(LiveTurn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isOver = false;
        try
        {
            await foreach (var batch in turn.ReadAsync(0, cancellationToken))
            {
                isOver = batch[^1].IsLast;
                yield return batch;
            }
        }
        finally
        {
            if (!isOver)
            {
                await engine.CancelAsync(turn.Owner, turn.Id, CancellationToken.None);
            }
        }
    }
}
