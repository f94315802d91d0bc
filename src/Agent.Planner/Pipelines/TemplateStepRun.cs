using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Pipelines;

/// <summary>Runs a template step as an ordinary execution, and lets the viewers of the run read along.</summary>
internal sealed class TemplateStepRun(ExecutionEngine engine, ExecutionRepository executions, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="started">Told once the execution is there.</param>
    public async Task<StepOutcome> RunAsync(
        LiveTurn run, SnapshotStep step, IReadOnlyDictionary<string, string> values, RunWriter writer, Func<ExecutionRow, Task> started, CancellationToken cancellationToken)
    {
        switch (await StartWhenFreeAsync(Request(run, step, values), cancellationToken))
        {
            case ExecutionStart.Started { Run: var execution }:
                await using (cancellationToken.UnsafeRegister(static state => ((LiveTurn)state!).Cancel(), execution))
                {
                    await started((await executions.FindAsync(run.Owner, execution.Id, CancellationToken.None))!);
                    await foreach (var batch in execution.ReadAsync(0, CancellationToken.None))
                    {
                        foreach (var item in batch)
                        {
                            writer.Forward(item);
                        }
                    }
                }

                return Outcome((await executions.FindAsync(run.Owner, execution.Id, CancellationToken.None))!);
            case ExecutionStart.Invalid invalid:
                return StepOutcome.Failed("step_invalid", string.Join(' ', invalid.Problems.Select(problem => problem.Text)));
            case ExecutionStart.TemplateNotFound:
                return StepOutcome.Failed("template_not_found", "Its template is gone. Bring it back, or choose another one for the step.");
            case ExecutionStart.VersionNotFound missing:
                return StepOutcome.Failed("template_version_not_found", $"Its template has no version {missing.Number}.");
            case ExecutionStart.NoTokensLeft:
                return StepOutcome.Failed("token_limit", "Today's share of the language model is used up. It starts again at midnight UTC; resume the run then.");
            case var refused:
                return StepOutcome.Failed("execution_refused", $"The execution could not be started ({refused.GetType().Name}). Try again later.");
        }
    }

    /// <summary>As many executions as the owner may have at once may be running: the step waits for its turn.</summary>
    private async Task<ExecutionStart> StartWhenFreeAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var start = await engine.StartAsync(request, cancellationToken);
            if (start is not ExecutionStart.TooMany)
            {
                return start;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static ExecutionRequest Request(LiveTurn run, SnapshotStep step, IReadOnlyDictionary<string, string> values) =>
        new(run.Owner, step.Template!.Id, values)
        {
            Version = step.Template.Version,
            Provider = step.Step.Provider,
            Model = step.Step.Model,
            Fallback = step.Step.Fallback,
            Parameters = step.Step.Parameters ?? ModelParameters.None,
            RunId = run.Id,
            PipelineId = run.ConversationId,
            StepName = step.Step.Name,
        };

    public static StepOutcome Outcome(ExecutionRow row) => row.Status switch
    {
        ExecutionStatus.Completed => Ended(row, RunStepStatus.Completed),
        ExecutionStatus.Failed => Ended(row, RunStepStatus.Failed),
        ExecutionStatus.Running => StepOutcome.Failed("storage_failed", "What came of its execution could not be stored."),
        _ => Ended(row, RunStepStatus.Cancelled),
    };

    private static StepOutcome Ended(ExecutionRow row, string status) => new(status, row.Output, row.ErrorCode, row.ErrorText)
    {
        Provider = row.Provider,
        Model = row.Model,
        InputTokens = row.InputTokens,
        OutputTokens = row.OutputTokens,
        Cost = row.Cost,
    };
}
