using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Operators;
using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>Takes runs that are to be done, one after the other, and does them. Several may be at it at once, here and on other nodes.</summary>
public sealed partial class SlotRunner
{
    private const int BatchSize = 20;
    private const int PauseGrowth = 4;

    private readonly ScheduleRunRepository _runs;
    private readonly SlotDispatcher _dispatcher;
    private readonly FrozenDictionary<string, IScheduledWork> _work;
    private readonly ScheduleNode _node;
    private readonly IOptions<ScheduleOptions> _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<SlotRunner> _logger;

    public SlotRunner(
        ScheduleRunRepository runs, IEnumerable<IScheduledWork> work, ScheduleNode node,
        IOptions<ScheduleOptions> options, TimeProvider clock, ILoggerFactory loggers)
    {
        (_runs, _node, _settings, _clock) = (runs, node, options, clock);
        _work = work.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);
        _dispatcher = new SlotDispatcher(runs, options, clock, loggers.CreateLogger<SlotDispatcher>());
        _logger = loggers.CreateLogger<SlotRunner>();
    }

    private ScheduleOptions Options => _settings.Value;

    /// <summary>Before the first look: what the last process of an SQLite file held is free at once.</summary>
    public Task TakeOverAsync(CancellationToken cancellationToken) =>
        _node.IsAlone ? _runs.TakeOverAsync(_node.Name, cancellationToken) : Task.CompletedTask;

    /// <summary>Hands out what is due, and does what is there to be done.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await _dispatcher.DispatchAsync(cancellationToken);
        foreach (var id in await _runs.ToDoAsync(BatchSize, cancellationToken))
        {
            if (await _runs.ClaimAsync(id, _node.Name, Options.Lease, cancellationToken) is { } claimed)
            {
                await RunAsync(claimed, cancellationToken);
            }
        }
    }

    private async Task RunAsync(ClaimedRun claimed, CancellationToken stopping)
    {
        var outcome = await HoldAsync(claimed, stopping);
        if (!outcome.IsSuccess && stopping.IsCancellationRequested)
        {
            await _runs.ReleaseAsync(claimed.Run, CancellationToken.None);
        }
        else
        {
            await SettleAsync(claimed, outcome);
        }
    }

    private async Task<ScheduledOutcome> HoldAsync(ClaimedRun claimed, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(Options.Timeout, _clock);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        await using var lease = new RunLease(_runs, claimed.Run, Options.Lease, _clock, attempt);
        return await AttemptAsync(claimed, attempt.Token);
    }

    private async Task<ScheduledOutcome> AttemptAsync(ClaimedRun claimed, CancellationToken cancellationToken)
    {
        var (run, schedule) = claimed;
        if (run.Attempts > Options.Retries + 1)
        {
            return new(false, "It did not come to an end: the process stopped in the middle of each attempt.") { MayRetry = false };
        }

        if (!_work.TryGetValue(schedule.Kind, out var work))
        {
            return new(false, "This version does not know what to do for this kind of schedule.") { MayRetry = false };
        }

        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
            var slot = new ScheduledSlot(schedule.Id, schedule.Owner, schedule.Target, schedule.Payload, run.Slot, zone) { RunId = run.Id };
            return await work.RunAsync(slot, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(false, "It took too long and was stopped.");
        }
#pragma warning disable CA1031 // Whatever breaks, the run gets an outcome and the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AttemptBroke(exception, schedule.Id, run.Id);
            return new(false, "Something went wrong on our side; the log has the details.");
        }
    }

    private async Task SettleAsync(ClaimedRun claimed, ScheduledOutcome outcome)
    {
        var (run, schedule) = claimed;
        var isOver = outcome.IsSuccess || !outcome.MayRetry || run.Attempts > Options.Retries;
        var isKept = isOver
            ? await _runs.FinishAsync(run, outcome.IsSuccess, outcome.Summary, Notice(claimed, outcome), CancellationToken.None)
            : await _runs.PutBackAsync(run, Options.RetryPause * Math.Pow(PauseGrowth, run.Attempts - 1), outcome.Summary, CancellationToken.None);
        if (!isKept)
        {
            RunLost(run.Id);
        }
        else if (!outcome.IsSuccess)
        {
            AttemptFailed(schedule.Id, run.Id, run.Attempts, isOver);
        }
    }

    private static OperatorNotice Notice(ClaimedRun claimed, ScheduledOutcome outcome) => new(
        $"schedule-failure/{claimed.Run.Id}",
        $"Schedule {claimed.Schedule.Number} failed",
        $"“{claimed.Schedule.Title}” (schedule {claimed.Schedule.Number}) failed after {Attempts(claimed.Run.Attempts)}: {outcome.Summary} "
            + $"Its runs are listed at /api/v1/schedules/{claimed.Schedule.Id}/runs. Further failures in a row are not announced.");

    private static string Attempts(int count) => count == 1 ? "1 attempt" : $"{count} attempts";

    [LoggerMessage(Level = LogLevel.Error, Message = "An attempt of schedule {Schedule} broke in run {Run}")]
    private partial void AttemptBroke(Exception exception, Guid schedule, Guid run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} of run {Run} of schedule {Schedule} failed; it was the last one: {IsOver}")]
    private partial void AttemptFailed(Guid schedule, Guid run, int attempt, bool isOver);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} was lost to another process, or its schedule was removed")]
    private partial void RunLost(Guid run);
}
