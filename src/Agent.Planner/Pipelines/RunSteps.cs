using Microsoft.Extensions.Logging;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Pipelines;

/// <summary>Takes a step of a run from its beginning to its end; both are stored before anything that depends on it goes on.</summary>
internal sealed partial class RunSteps(TemplateStepRun templates, ToolStepRun tools, RunRepository runs, TimeProvider time, ILogger<RunSteps> logger)
{
    /// <summary>False when its condition does not hold: the step is skipped.</summary>
    public async Task<bool> BeginAsync(LiveTurn run, RunState state, int place, RunWriter writer)
    {
        var row = state.Rows[place];
        if (state[place].Step.When is { } when && !when.IsMet(state.Variables()))
        {
            await SetAsync(run, state, place, writer, row with
            {
                Status = RunStepStatus.Skipped,
                ReasonCode = RunSkip.Condition,
                Reason = $"It runs when {when.Words()}, which is not so.",
            });
            return false;
        }

        writer.StepStarted(row.Name);
        await SetAsync(run, state, place, writer, row with { Status = RunStepStatus.Running, StartedAt = time.GetUtcNow() });
        return true;
    }

    public async Task RunAsync(LiveTurn run, RunState state, int place, RunWriter writer, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = await OutcomeAsync(run, state, place, writer, cancellationToken);
        if (outcome.Status == RunStepStatus.Cancelled && cancellationToken.IsCancellationRequested)
        {
            outcome = Stopped(run, outcome);
        }

        var ended = outcome.Apply(state.Rows[place]) with
        {
            DurationMs = (long)time.GetElapsedTime(started).TotalMilliseconds,
            FinishedAt = time.GetUtcNow(),
        };
        if (!cancellationToken.IsCancellationRequested)
        {
            // The first one tells; those beside it are let to their end, as they are paid for.
            state.Fault ??= Fault(ended);
        }

        await SaveAsync(run, ended, writer);
        writer.StepFinished(ended.Name);
        // The loop may look at any moment, woken by another step: only from here on may it begin what depends on this one.
        state.Set(place, ended);
    }

    private static StepOutcome Stopped(LiveTurn run, StepOutcome outcome) =>
        run.IsCancelRequested ? outcome
        : run.IsTimeUp ? outcome with { Status = RunStepStatus.Failed, ErrorCode = RunFaults.StepTimeUp.Code, ErrorText = RunFaults.StepTimeUp.Text }
        : outcome with { Status = RunStepStatus.Interrupted };

    private static ExecutionFault? Fault(RunStepRow row) => row.Status switch
    {
        RunStepStatus.Completed => null,
        RunStepStatus.Failed => RunFaults.OfStep(row.Name, row.ErrorCode!, row.ErrorText!),
        _ => RunFaults.StepStopped(row.Name),
    };

    private async Task<StepOutcome> OutcomeAsync(LiveTurn run, RunState state, int place, RunWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var (step, variables) = (state[place], state.Variables());
            if (step.IsTooLong(variables))
            {
                return StepOutcome.Failed("step_too_long", $"Its texts would have more than {TemplateRendering.LongestPrompt} characters. Use long variables less often in them.");
            }

            return step.Step.Kind == PipelineStepKind.Tool
                ? await tools.RunAsync(run, step, step.Arguments(variables), writer, cancellationToken)
                : await templates.RunAsync(run, step, step.Inputs(variables), writer, StartedAsync, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return StepOutcome.Stopped;
        }
#pragma warning disable CA1031 // A step that breaks fails; the run goes to its end.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StepBroke(exception, run.Id, place);
            var fault = RunFaults.Broken(run.Id);
            return StepOutcome.Failed(fault.Code, fault.Text);
        }

        Task StartedAsync(Data.Executions.ExecutionRow execution) => SetAsync(run, state, place, writer, state.Rows[place] with
        {
            ExecutionId = execution.Id,
            Provider = execution.Provider,
            Model = execution.Model,
        });
    }

    private async Task SetAsync(LiveTurn run, RunState state, int place, RunWriter writer, RunStepRow row)
    {
        await SaveAsync(run, row, writer);
        state.Set(place, row);
    }

    private async Task SaveAsync(LiveTurn run, RunStepRow row, RunWriter writer)
    {
        writer.Step(row);
        await run.BeginStoringAsync();
        try
        {
            var events = run.TakeUnstored();
            if (await runs.SaveStepAsync(run.Owner, row, events, CancellationToken.None))
            {
                run.MarkStored(events);
            }
            else
            {
                // Another process took this one for dead: whatever goes on here counts no more.
                run.Cancel();
            }
        }
        finally
        {
            run.EndStoring();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Step {Place} of run {Run} broke")]
    private partial void StepBroke(Exception exception, Guid run, int place);
}
