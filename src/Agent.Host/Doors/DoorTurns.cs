using System.Runtime.CompilerServices;
using PromptLab.Data.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Doors;

/// <summary>Starts and stops turns for clients that have no other way to stop than to go away.</summary>
internal sealed class DoorTurns(TurnEngine engine, TurnRepository turns, TurnViewer viewer, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A turn that still runs is waited for a moment: whoever stops an answer asks the next question at once. A question that was to
    /// take the place of one which is no longer the last comes after it.
    /// </summary>
    public async Task<TurnStartResult> StartAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        var start = await engine.StartAsync(request, cancellationToken);
        if (start is TurnStartResult.Busy busy && await EndsAsync(request.Owner, busy.RunningTurn, cancellationToken))
        {
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

    private async Task<bool> EndsAsync(string owner, Guid running, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(owner, running, cancellationToken) is not { } turn)
        {
            return true;
        }

        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await foreach (var _ in viewer.ReadAsync(turn, 0, either.Token))
            {
                // Until its last event.
            }

            return true;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
