using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>The executions that run in this process. Each is a run of its own: its template stands where a turn has its conversation.</summary>
internal sealed class LiveExecutions
{
    private readonly ConcurrentDictionary<Guid, LiveTurn> _runs = new();

    public ICollection<LiveTurn> All => _runs.Values;

    public int CountOf(string owner) => _runs.Values.Count(run => run.Owner == owner);

    public bool TryGet(Guid id, [NotNullWhen(true)] out LiveTurn? run) => _runs.TryGetValue(id, out run);

    public void Add(LiveTurn run) => _runs[run.Id] = run;

    public void Remove(LiveTurn run) => _runs.TryRemove(run.Id, out _);
}
