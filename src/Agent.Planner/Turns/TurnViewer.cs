using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>
/// The events of a turn for somebody who follows it late: from memory while it runs here, from the database when it is over or runs
/// on another node.
/// </summary>
public sealed class TurnViewer(LiveTurns live, TurnRepository turns, TimeProvider time)
{
    /// <summary>Batches of events after <paramref name="after"/> until the run has ended.</summary>
    public IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(TurnRow turn, long after, CancellationToken cancellationToken) =>
        live.TryGet(turn.Id, out var running)
            ? running.ReadAsync(after, cancellationToken)
            : new StoredRun(
                (sequence, token) => turns.ReadEventsAsync(turn.Id, sequence, token),
                async token => (await turns.FindAsync(turn.Owner, turn.Id, token))?.Status == TurnStatus.Running,
                time).ReadAsync(turn.Status == TurnStatus.Running, after, cancellationToken);
}
