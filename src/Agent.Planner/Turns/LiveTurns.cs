using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Planner.Turns;

/// <summary>The turns that run in this process.</summary>
public sealed class LiveTurns
{
    private readonly ConcurrentDictionary<Guid, LiveTurn> _turns = new();

    public int Count => _turns.Count;

    internal ICollection<LiveTurn> All => _turns.Values;

    public bool TryGet(Guid id, [NotNullWhen(true)] out LiveTurn? turn) => _turns.TryGetValue(id, out turn);

    internal void Add(LiveTurn turn) => _turns[turn.Id] = turn;

    internal void Remove(LiveTurn turn) => _turns.TryRemove(turn.Id, out _);
}
