using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Planner.Evaluations;

/// <summary>Runs one attempt of an evaluation from its stored rows to its stored outcome.</summary>
internal sealed partial class EvaluationRun(
    EvaluationRepository evaluations, EvaluationResultRepository results, LiveEvaluations live, Judge judge, ProviderPace pace,
    ExecutionRepository executions, ExecutionEngine engine, IOptions<EvaluationOptions> options, TimeProvider time, ILogger<EvaluationRun> logger)
{
    private const int Batch = 200;

    public async Task RunAsync(LiveTurn run, EvaluationRow evaluation)
    {
        // The caller goes on to stream at once; the work must not run on its stack.
        await Task.Yield();
        using var writer = new EvaluationWriter(run, evaluation, time);
        try
        {
            var startedAt = time.GetTimestamp();
            writer.Begin();
            var (status, fault) = await RunRowsAsync(run, evaluation, writer);
            await CompleteAsync(run, evaluation, writer, status, fault, (long)time.GetElapsedTime(startedAt).TotalMilliseconds);
        }
        finally
        {
            live.Remove(run);
            run.Dispose();
        }
    }

    private async Task<(string Status, EvaluationFault? Fault)> RunRowsAsync(LiveTurn run, EvaluationRow evaluation, EvaluationWriter writer)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(run.Stopped);
        EvaluationFault? fault = null;
        try
        {
            var wait = new EvaluationWait(pace, options.Value.Patience, time);
            var checks = new RowChecks(Dataset.ReadEvaluators(evaluation.Evaluators), judge, wait);
            var rows = new RowRun(run, evaluation, wait, checks, engine, executions);
            var lanes = new ParallelOptions { MaxDegreeOfParallelism = evaluation.Parallelism, CancellationToken = halt.Token };
            await Parallel.ForEachAsync(PendingAsync(evaluation.Id, halt.Token), lanes, async (row, token) =>
            {
                switch (await rows.RunAsync(row, token))
                {
                    case RowOutcome.Done { Result: var result }:
                        await StoreAsync(row, result, writer, run);
                        break;
                    case RowOutcome.Halt { Fault: var reason }:
                        Interlocked.CompareExchange(ref fault, reason, null);
                        await halt.CancelAsync();
                        break;
                }
            });
            return (ExecutionStatus.Completed, null);
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            return fault is null ? Stopped(run) : (ExecutionStatus.Failed, fault);
        }
#pragma warning disable CA1031 // Whatever breaks, the viewers get an end and the evaluation an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RunBroke(exception, run.Id);
            return (ExecutionStatus.Failed, EvaluationFault.Broken(run.Id));
        }
    }

    private async IAsyncEnumerable<EvaluationResultRow> PendingAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0;
        while (await results.PendingAsync(id, after, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var row in batch)
            {
                yield return row;
            }

            after = batch[^1].Ordinal;
        }
    }

    /// <summary>A result that is there is stored even when the evaluation is stopped at this moment. Another attempt's rows are left alone.</summary>
    private async Task StoreAsync(EvaluationResultRow row, NewEvaluationResult result, EvaluationWriter writer, LiveTurn run)
    {
        if (await results.StoreAsync(result, CancellationToken.None))
        {
            writer.Result(EvaluationResult.Of(row with
            {
                Status = result.Status,
                ExecutionId = result.ExecutionId,
                Score = result.Score,
                Checks = result.Checks,
                Output = result.Output,
                ErrorCode = result.ErrorCode,
                ErrorText = result.ErrorText,
                DurationMs = result.DurationMs,
            }));
        }
        else
        {
            run.Cancel();
        }
    }

    private (string Status, EvaluationFault? Fault) Stopped(LiveTurn run) =>
        run.IsCancelRequested ? (ExecutionStatus.Cancelled, null)
        : run.IsTimeUp ? (ExecutionStatus.Failed, EvaluationFault.TimeUp(options.Value.Timeout))
        : (ExecutionStatus.Interrupted, EvaluationFault.Interrupted);

    private async Task CompleteAsync(LiveTurn run, EvaluationRow evaluation, EvaluationWriter writer, string status, EvaluationFault? fault, long duration)
    {
        var (type, json) = fault is null ? writer.Finish(status, status == ExecutionStatus.Cancelled, duration) : writer.Fail(fault);
        await run.BeginStoringAsync();
        try
        {
            var events = run.TakeUnstored(json);
            if (await evaluations.CompleteAsync(new(run.Id, run.Owner, evaluation.Attempt, status, fault?.Code, fault?.Text, duration, events), CancellationToken.None))
            {
                run.MarkStored(events);
            }
        }
#pragma warning disable CA1031 // The database is away: viewers are told, and the lease lets the row be closed later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StoringFailed(exception, run.Id);
            (type, json) = writer.Fail(EvaluationFault.Broken(run.Id));
        }
        finally
        {
            run.EndStoring();
        }

        run.Publish(type, json);
        RunEnded(run.Id, status, duration);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Evaluation {Evaluation} ended as {Status} after {Duration} ms")]
    private partial void RunEnded(Guid evaluation, string status, long duration);

    [LoggerMessage(Level = LogLevel.Error, Message = "Evaluation {Evaluation} broke")]
    private partial void RunBroke(Exception exception, Guid evaluation);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of evaluation {Evaluation} could not be stored")]
    private partial void StoringFailed(Exception exception, Guid evaluation);
}
