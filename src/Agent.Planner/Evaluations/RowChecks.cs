using System.Text.Json;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Datasets;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Planner.Evaluations;

/// <summary>Holds the output of a row against every evaluator.</summary>
internal sealed class RowChecks(IReadOnlyList<Evaluator> evaluators, Judge judge, EvaluationWait wait)
{
    public async Task<RowOutcome> RunAsync(EvaluationRow evaluation, EvaluationResultRow row, ExecutionRow execution, CancellationToken cancellationToken)
    {
        var output = execution.Output ?? "";
        var expected = DatasetCase.ReadExpected(row.Expected);
        var result = Begin(evaluation, row, execution, EvaluationResultStatus.Error, 0);
        var checks = new List<CheckResult>(evaluators.Count);
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Kind != EvaluatorKind.Judge)
            {
                checks.Add(OutputChecks.Run(evaluator, output, expected));
                continue;
            }

            var (judgement, fault) = await JudgeAsync(evaluator, evaluation, row, Expectation.Text(expected), output, cancellationToken);
            if (fault is not null)
            {
                return new RowOutcome.Halt(fault);
            }

            checks.Add(judgement!.Check);
            result = result with
            {
                InputTokens = result.InputTokens + (judgement.Usage.InputTokenCount ?? 0),
                OutputTokens = result.OutputTokens + (judgement.Usage.OutputTokenCount ?? 0),
                Cost = result.Cost + judgement.Cost,
            };
        }

        return new RowOutcome.Done(Judged(result, checks));
    }

    /// <summary>What the execution alone tells of a row.</summary>
    public static NewEvaluationResult Begin(EvaluationRow evaluation, EvaluationResultRow row, ExecutionRow execution, string status, double score) =>
        new(evaluation.Id, evaluation.Attempt, row.Ordinal, status, score)
        {
            ExecutionId = execution.Id,
            Output = execution.Output,
            InputTokens = execution.InputTokens,
            OutputTokens = execution.OutputTokens,
            Cost = execution.Cost,
            DurationMs = execution.DurationMs,
        };

    private NewEvaluationResult Judged(NewEvaluationResult result, List<CheckResult> checks)
    {
        var verdict = RowVerdict.Of(evaluators, checks);
        var broken = checks.Find(check => check.Passed is null);
        return result with
        {
            Status = verdict.Passed switch { true => EvaluationResultStatus.Passed, false => EvaluationResultStatus.Failed, null => EvaluationResultStatus.Error },
            Score = verdict.Score,
            Checks = JsonSerializer.Serialize(checks, TurnJson.Options),
            ErrorCode = broken is null ? null : "check_failed",
            ErrorText = broken is null ? null : $"{broken.Name}: {broken.Detail}",
        };
    }

    /// <summary>A refusal for too many calls is waited for; any other failure of the model is the check's own.</summary>
    private async Task<(Judgement? Judgement, EvaluationFault? Fault)> JudgeAsync(
        Evaluator evaluator, EvaluationRow evaluation, EvaluationResultRow row, string? expected, string output, CancellationToken cancellationToken)
    {
        var provider = judge.Model(evaluator.Judge!).Provider;
        while (true)
        {
            if (await wait.ForAsync(provider, cancellationToken) is { } refused)
            {
                return (null, refused);
            }

            if (!await judge.IsAllowedAsync(evaluation.Owner, cancellationToken))
            {
                return (null, EvaluationFault.NoTokensLeft);
            }

            try
            {
                var judgement = await judge.AskAsync(evaluator, evaluation, row, expected, output, cancellationToken);
                wait.Answered(provider);
                return (judgement, null);
            }
            catch (ModelException exception) when (exception.Failure == ModelFailure.RateLimited)
            {
                wait.Refused(provider, exception);
            }
            catch (ModelException exception) when (exception.Failure == ModelFailure.RejectedKey)
            {
                return (null, EvaluationFault.RejectedKey(ExecutionFault.Of(exception, provider).Text));
            }
            catch (ModelException exception)
            {
                return (new(CheckResult.Error(evaluator, $"The judge gave no verdict. {ExecutionFault.Of(exception, provider).Text}"), new(), null), null);
            }
        }
    }
}
