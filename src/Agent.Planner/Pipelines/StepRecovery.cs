using PromptLab.Data.Executions;
using PromptLab.Data.Runs;

namespace PromptLab.Planner.Pipelines;

/// <summary>Finds steps whose execution was completed although the process died before the run knew: they are done and not paid for twice.</summary>
internal sealed class StepRecovery(ExecutionRepository executions)
{
    public async Task<IReadOnlyList<RunStepRow>> RecoverAsync(string owner, IReadOnlyList<RunStepRow> rows, CancellationToken cancellationToken)
    {
        var recovered = new List<RunStepRow>(rows.Count);
        foreach (var row in rows)
        {
            recovered.Add(
                row is { Status: RunStepStatus.Interrupted, ExecutionId: { } id }
                && await executions.FindAsync(owner, id, cancellationToken) is { Status: ExecutionStatus.Completed } execution
                    ? TemplateStepRun.Outcome(execution).Apply(row) with { DurationMs = execution.DurationMs, FinishedAt = execution.FinishedAt }
                    : row);
        }

        return recovered;
    }
}
