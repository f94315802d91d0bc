using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>Runs one execution from its stored row to its stored outcome.</summary>
internal sealed partial class ExecutionRun(
    ExecutionModels models, ExecutionRepository executions, LiveExecutions live, TokenBudget budget, ProviderPace pace, IOptions<ExecutionOptions> options, TimeProvider time, ILogger<ExecutionRun> logger)
{
    public async Task RunAsync(LiveTurn run, ExecutionJob job)
    {
        // The caller goes on to stream at once; the work must not run on its stack.
        await Task.Yield();
        using var writer = new ExecutionWriter(run, time);
        try
        {
            var output = new ExecutionOutput(job, writer, time);
            writer.Begin();
            var (status, fault) = await AskAsync(run, job, writer, output);
            budget.Add(run.Owner, output.InputTokens + output.OutputTokens);
            await CompleteAsync(run, writer, output, status, fault);
        }
        finally
        {
            live.Remove(run);
            run.Dispose();
        }
    }

    private async Task<(string Status, ExecutionFault? Fault)> AskAsync(LiveTurn run, ExecutionJob job, ExecutionWriter writer, ExecutionOutput output)
    {
        try
        {
            if (models.Kind(job.Model.Provider) == ModelKind.Offline)
            {
                writer.Notice("offline_answer", "No model was asked: the offline provider answers with a text made from the prompt.");
            }

            var client = (job.Fallback is { } fallback ? models.WithFallback(job.Model, fallback) : job.Model).Client;
            await foreach (var update in client.GetStreamingResponseAsync(job.Messages(), job.Options(), run.Stopped))
            {
                output.Take(update);
            }

            return (ExecutionStatus.Completed, null);
        }
        catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
        {
            return Stopped(run);
        }
        catch (ModelException exception)
        {
            ModelFailed(exception, run.Id);
            output.Retries += exception.Retries;
            pace.Note(output.Model.Provider, exception);
            return (ExecutionStatus.Failed, ExecutionFault.Of(exception, output.Model.Provider));
        }
#pragma warning disable CA1031 // Whatever breaks, the viewers get an end and the row an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RunBroke(exception, run.Id);
            return (ExecutionStatus.Failed, ExecutionFault.Broken(run.Id));
        }
    }

    private (string Status, ExecutionFault? Fault) Stopped(LiveTurn run) =>
        run.IsCancelRequested ? (ExecutionStatus.Cancelled, null)
        : run.IsTimeUp ? (ExecutionStatus.Failed, ExecutionFault.TimeUp(options.Value.Timeout))
        : (ExecutionStatus.Interrupted, ExecutionFault.Interrupted);

    private async Task CompleteAsync(LiveTurn run, ExecutionWriter writer, ExecutionOutput output, string status, ExecutionFault? fault)
    {
        var duration = output.DurationMs;
        var (type, json) = fault is null ? writer.Finish(Result(output, status, duration)) : writer.Fail(fault.Code, fault.Text);
        try
        {
            await StoreAsync(run, output, status, fault, duration, json);
        }
#pragma warning disable CA1031 // The database is away: viewers are told, and the lease lets the row be closed later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StoringFailed(exception, run.Id);
            var lost = ExecutionFault.NotStored(run.Id);
            (type, json) = writer.Fail(lost.Code, lost.Text);
        }

        run.Publish(type, json);
        RunEnded(run.Id, status, duration);
    }

    private async Task StoreAsync(LiveTurn run, ExecutionOutput output, string status, ExecutionFault? fault, long duration, string lastEvent)
    {
        await run.BeginStoringAsync();
        try
        {
            var events = run.TakeUnstored(lastEvent);
            var completion = new ExecutionCompletion(run.Id, run.Owner, status, output.Model.Provider, output.ModelId, output.Text)
            {
                Events = events,
                FallbackReason = output.FallbackReason,
                Retries = output.Retries,
                ErrorCode = fault?.Code,
                ErrorText = fault?.Text,
                InputTokens = output.InputTokens,
                OutputTokens = output.OutputTokens,
                Cost = output.Cost,
                FirstTokenMs = output.FirstTokenMs,
                DurationMs = duration,
            };
            if (!await executions.CompleteAsync(completion, CancellationToken.None))
            {
                Superseded(run.Id);
            }

            run.MarkStored(events);
        }
        finally
        {
            run.EndStoring();
        }
    }

    private static RunResult Result(ExecutionOutput output, string status, long duration)
    {
        var isCancelled = status == ExecutionStatus.Cancelled;
        return new(
            isCancelled ? ExecutionStatus.Cancelled : PlannerOutcome.Answer, isCancelled, duration, output.Model.Provider, output.ModelId,
            output.InputTokens, output.OutputTokens);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Execution {Execution} ended as {Status} after {Duration} ms")]
    private partial void RunEnded(Guid execution, string status, long duration);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model failed in execution {Execution}")]
    private partial void ModelFailed(Exception exception, Guid execution);

    [LoggerMessage(Level = LogLevel.Error, Message = "Execution {Execution} broke")]
    private partial void RunBroke(Exception exception, Guid execution);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of execution {Execution} could not be stored")]
    private partial void StoringFailed(Exception exception, Guid execution);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Execution {Execution} was closed by another process before it ended here")]
    private partial void Superseded(Guid execution);
}
