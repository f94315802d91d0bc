using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>Where one attempt of a run is. Each step is changed by one hand at a time.</summary>
internal sealed class RunState(Guid pipelineId, int attempt, PipelineSnapshot snapshot, IReadOnlyDictionary<string, string> inputs, IReadOnlyList<RunStepRow> rows)
{
    private readonly RunStepRow[] _rows = [.. rows];

    public Guid PipelineId => pipelineId;

    public int Attempt => attempt;

    public IReadOnlyList<RunStepRow> Rows => _rows;

    /// <summary>Why no further step begins.</summary>
    public ExecutionFault? Fault { get; set; }

    public bool IsDone => Array.TrueForAll(_rows, IsSettled);

    /// <summary>The places of those that did not begin.</summary>
    public IReadOnlyList<int> Pending => [.. Enumerable.Range(0, _rows.Length).Where(place => _rows[place].Status == RunStepStatus.Pending)];

    /// <summary>The places of those that can begin.</summary>
    public IReadOnlyList<int> Ready => [.. Pending.Where(place => snapshot.Steps[place].Before.All(before => IsSettled(_rows[before])))];

    public SnapshotStep this[int place] => snapshot.Steps[place];

    /// <summary>Completed, or skipped because its condition did not hold: an attempt that follows keeps it.</summary>
    public static bool IsSettled(RunStepRow row) =>
        row.Status == RunStepStatus.Completed || row is { Status: RunStepStatus.Skipped, ReasonCode: RunSkip.Condition };

    public void Set(int place, RunStepRow row) => _rows[place] = row;

    /// <summary>The inputs and the outputs so far.</summary>
    public IReadOnlyDictionary<string, string> Variables()
    {
        var values = new Dictionary<string, string>(inputs, StringComparer.Ordinal);
        for (var place = 0; place < _rows.Length; place++)
        {
            if (snapshot.Steps[place].Step.Output is { } name && _rows[place] is { Status: RunStepStatus.Completed, Output: { } output })
            {
                values[name] = output;
            }
        }

        return values;
    }

    public string? Output() => snapshot.Output is { } name
        ? Variables().GetValueOrDefault(name)
        : _rows.LastOrDefault(row => row.Status == RunStepStatus.Completed)?.Output;
}
