using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Evaluations;

/// <summary>Runs the rows of one evaluation, each as an ordinary execution.</summary>
internal sealed class RowRun(
    LiveTurn run, EvaluationRow evaluation, EvaluationWait wait, RowChecks checks, ExecutionEngine engine, ExecutionRepository executions)
{
    /// <exception cref="OperationCanceledException">The evaluation was stopped; the row has no result.</exception>
    public async Task<RowOutcome> RunAsync(EvaluationResultRow row, CancellationToken cancellationToken)
    {
        if (await AnsweredAsync(row, cancellationToken) is { } answered)
        {
            return await checks.RunAsync(evaluation, row, answered, cancellationToken);
        }

        while (true)
        {
            if (await wait.ForAsync(evaluation.Provider, cancellationToken) is { } refused)
            {
                return new RowOutcome.Halt(refused);
            }

            switch (await engine.StartAsync(Request(row), cancellationToken))
            {
                case ExecutionStart.Started { Run: var execution }:
                    if (await FinishAsync(row, execution, cancellationToken) is { } outcome)
                    {
                        return outcome;
                    }

                    break;
                case ExecutionStart.TooMany:
                    await wait.ForAPlaceAsync(cancellationToken);
                    break;
                case ExecutionStart.NoTokensLeft:
                    return new RowOutcome.Halt(EvaluationFault.NoTokensLeft);
                case ExecutionStart.Invalid invalid:
                    return Invalid(row, invalid);
                default:
                    return new RowOutcome.Halt(EvaluationFault.TemplateGone);
            }
        }
    }

    /// <summary>What an earlier attempt was answered and had no time to check: it is not paid for twice.</summary>
    private async Task<ExecutionRow?> AnsweredAsync(EvaluationResultRow row, CancellationToken cancellationToken) =>
        evaluation.Attempt > 1 ? await executions.FindCompletedAsync(evaluation.Owner, evaluation.Id, row.Ordinal, cancellationToken) : null;

    private ExecutionRequest Request(EvaluationResultRow row) => new(evaluation.Owner, evaluation.TemplateId, ExecutionJson.Variables(row.Variables))
    {
        Version = evaluation.Version,
        Provider = evaluation.Provider,
        Model = evaluation.RequestedModel,
        Fallback = evaluation.Fallback,
        Parameters = ExecutionJson.Parameters(evaluation.Parameters),
        EvaluationId = evaluation.Id,
        EvaluationRow = row.Ordinal,
    };

    /// <summary>Waits for the execution. Null when the row has to be run again later.</summary>
    private async Task<RowOutcome?> FinishAsync(EvaluationResultRow row, LiveTurn execution, CancellationToken cancellationToken)
    {
        // At a shutdown every execution ends by itself, as interrupted.
        await using (cancellationToken.UnsafeRegister(_ => StopExecution(execution), null))
        {
            await execution.Work;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var ended = (await executions.FindAsync(evaluation.Owner, execution.Id, cancellationToken))!;
        switch (ended)
        {
            case { Status: ExecutionStatus.Completed }:
                // The fallback, perhaps: the other one may still want to be left alone.
                wait.Answered(ended.Provider);
                return await checks.RunAsync(evaluation, row, ended, cancellationToken);
            case { ErrorCode: "model_rate_limited" }:
                // By the fallback, perhaps.
                return await wait.ForAsync(ended.Provider, cancellationToken) is { } refused ? new RowOutcome.Halt(refused) : null;
            case { ErrorCode: "model_rejected_key" }:
                return new RowOutcome.Halt(EvaluationFault.RejectedKey(ended.ErrorText!));
            case { Status: ExecutionStatus.Cancelled }:
                return Error(row, ended, "execution_cancelled", "The execution of this row was stopped.");
            default:
                return Error(row, ended, ended.ErrorCode ?? "execution_failed", ended.ErrorText ?? "The execution of this row did not end well.");
        }
    }

    private void StopExecution(LiveTurn execution)
    {
        if (run.IsCancelRequested || run.IsTimeUp || !run.Stopped.IsCancellationRequested)
        {
            execution.Cancel();
        }
    }

    private RowOutcome Invalid(EvaluationResultRow row, ExecutionStart.Invalid invalid)
    {
        var text = string.Join(' ', invalid.Problems.Select(problem => problem.Text).Distinct());
        return invalid.Problems.All(problem => problem.Field.StartsWith("variables.", StringComparison.Ordinal))
            ? new RowOutcome.Done(new(evaluation.Id, evaluation.Attempt, row.Ordinal, EvaluationResultStatus.Error, 0) { ErrorCode = "variables_invalid", ErrorText = text, Cost = 0 })
            : new RowOutcome.Halt(EvaluationFault.Settings(text));
    }

    private RowOutcome.Done Error(EvaluationResultRow row, ExecutionRow ended, string code, string text) =>
        new(RowChecks.Begin(evaluation, row, ended, EvaluationResultStatus.Error, 0) with { ErrorCode = code, ErrorText = text });
}
