using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Planner.Turns;

/// <summary>What runs in this process of one kind, each as a run of its own with its events.</summary>
internal abstract class LiveSet
{
    private readonly ConcurrentDictionary<Guid, LiveTurn> _runs = new();

    public ICollection<LiveTurn> All => _runs.Values;

    public int CountOf(string owner) => _runs.Values.Count(run => run.Owner == owner);

    public bool TryGet(Guid id, [NotNullWhen(true)] out LiveTurn? run) => _runs.TryGetValue(id, out run);

    public void Add(LiveTurn run) => _runs[run.Id] = run;

    /// <summary>Another run of the same id, which goes on with it, stays.</summary>
    public void Remove(LiveTurn run) => _runs.TryRemove(KeyValuePair.Create(run.Id, run));
}
