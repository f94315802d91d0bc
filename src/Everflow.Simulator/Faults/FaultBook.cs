using PromptLab.Simulator.Requests;

namespace PromptLab.Simulator.Faults;

/// <summary>The faults that are switched on. The oldest one that matches a call and is not used up applies.</summary>
public sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Faults still in force, with <see cref="Fault.Count"/> and <see cref="Fault.After"/> as they are left.</summary>
    public IReadOnlyList<Fault> Active
    {
        get
        {
            lock (_gate) return [.. _entries.Select(entry => entry.Fault)];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate) _entries.Add(new Entry(new PathPattern(fault.Path)) { Fault = fault });
    }

    public void Clear()
    {
        lock (_gate) _entries.Clear();
    }

    /// <summary>Uses one occasion of the fault that applies to a call.</summary>
    internal Fault? Take(string method, string path)
    {
        lock (_gate)
        {
            var entry = _entries.Find(candidate => candidate.Pattern.Matches(path) && (candidate.Fault.Method?.Equals(method, StringComparison.OrdinalIgnoreCase) ?? true));
            if (entry is null) return null;
            var fault = entry.Fault;
            if (fault.After > 0)
            {
                entry.Fault = fault with { After = fault.After - 1 };
                return null;
            }
            entry.Fault = fault with { Count = fault.Count - 1 };
            if (entry.Fault.Count <= 0) _entries.Remove(entry);
            return fault;
        }
    }

    private sealed class Entry(PathPattern pattern)
    {
        public PathPattern Pattern => pattern;
        public required Fault Fault { get; set; }
    }
}
