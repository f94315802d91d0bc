using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>Drives one attempt of a run from its stored rows to its stored outcome.</summary>
internal sealed partial class PipelineRun(
    RunSteps steps, RunRepository runs, LiveRuns live, IOptions<PipelineOptions> options, TimeProvider time, ILogger<PipelineRun> logger)
{
    public async Task RunAsync(LiveTurn run, RunState state)
    {
        // The caller goes on to stream at once; the work must not run on its stack.
        await Task.Yield();
        var started = time.GetTimestamp();
        using var writer = new RunWriter(run, time);
        try
        {
            writer.Begin();
            foreach (var row in state.Rows)
            {
                writer.Step(row);
            }

            await DriveAsync(run, state, writer);
            await CompleteAsync(run, state, writer, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        finally
        {
            live.Remove(run);
            run.Dispose();
        }
    }

    private async Task DriveAsync(LiveTurn run, RunState state, RunWriter writer)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Stopped);
        var running = new HashSet<Task>();
        try
        {
            do
            {
                while (state.Fault is null && !stop.IsCancellationRequested && state.Ready is { Count: > 0 } ready)
                {
                    foreach (var place in ready)
                    {
                        if (await steps.BeginAsync(run, state, place, writer))
                        {
                            running.Add(steps.RunAsync(run, state, place, writer, stop.Token));
                        }
                    }
                }

                if (running.Count > 0)
                {
                    var ended = await Task.WhenAny(running);
                    running.Remove(ended);
                    await ended;
                }
            }
            while (running.Count > 0 || (state.Fault is null && !stop.IsCancellationRequested && state.Ready.Count > 0));
        }
#pragma warning disable CA1031 // Whatever breaks, the viewers get an end and the row an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RunBroke(exception, run.Id);
            state.Fault = RunFaults.Broken(run.Id);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CompleteAsync(LiveTurn run, RunState state, RunWriter writer, long duration)
    {
        var (status, fault) = End(run, state);
        var open = EndOpenSteps(state, status, fault);
        foreach (var row in open)
        {
            writer.Step(row);
        }

        var (type, json) = writer.Finish(status, duration, fault);
        try
        {
            await StoreAsync(run, state, status, fault, duration, open, json);
        }
#pragma warning disable CA1031 // The database is away: viewers are told, and the lease lets the row be closed later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StoringFailed(exception, run.Id);
            (type, json) = writer.Finish(ExecutionStatus.Failed, duration, RunFaults.NotStored(run.Id));
        }

        run.Publish(type, json);
        RunEnded(run.Id, status, duration);
    }

    private (string Status, ExecutionFault? Fault) End(LiveTurn run, RunState state) =>
        state.IsDone ? (ExecutionStatus.Completed, null)
        : state.Fault is { } fault ? (ExecutionStatus.Failed, fault)
        : run.IsCancelRequested ? (ExecutionStatus.Cancelled, null)
        : run.IsTimeUp ? (ExecutionStatus.Failed, RunFaults.TimeUp(options.Value.Timeout))
        : (ExecutionStatus.Interrupted, RunFaults.Interrupted);

    /// <summary>Steps that did not begin say why; one whose end could not be told is as the run is.</summary>
    private List<RunStepRow> EndOpenSteps(RunState state, string status, ExecutionFault? fault)
    {
        var reason = status == ExecutionStatus.Cancelled ? "The run was stopped before this step." : fault?.Text;
        var rows = new List<RunStepRow>();
        for (var place = 0; place < state.Rows.Count; place++)
        {
            var row = state.Rows[place];
            if (row.Status is RunStepStatus.Pending)
            {
                rows.Add(row with { Status = RunStepStatus.Skipped, ReasonCode = RunSkip.Ended, Reason = reason });
            }
            else if (row.Status is RunStepStatus.Running)
            {
                rows.Add(row with { Status = RunStepStatus.Interrupted, FinishedAt = time.GetUtcNow() });
            }
        }

        return rows;
    }

    private async Task StoreAsync(
        LiveTurn run, RunState state, string status, ExecutionFault? fault, long duration, IReadOnlyList<RunStepRow> open, string lastEvent)
    {
        await run.BeginStoringAsync();
        try
        {
            var events = run.TakeUnstored(lastEvent);
            var output = status == ExecutionStatus.Completed ? state.Output() : null;
            var completion = new RunCompletion(run.Id, run.Owner, state.Attempt, status, output, fault?.Code, fault?.Text, duration, open, events);
            if (!await runs.CompleteAsync(completion, CancellationToken.None))
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} ended as {Status} after {Duration} ms")]
    private partial void RunEnded(Guid run, string status, long duration);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} broke")]
    private partial void RunBroke(Exception exception, Guid run);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of run {Run} could not be stored")]
    private partial void StoringFailed(Exception exception, Guid run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} was closed by another process before it ended here")]
    private partial void Superseded(Guid run);
}
