using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>Turns slots whose time has come into runs. Any number of nodes may do so at once; each slot becomes one run.</summary>
internal sealed partial class SlotDispatcher(
    ScheduleRunRepository runs, IOptions<ScheduleOptions> options, TimeProvider clock, ILogger<SlotDispatcher> logger)
{
    private const int BatchSize = 100;
    private const int MostMissed = 100;

    public async Task DispatchAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in await runs.DueAsync(BatchSize, cancellationToken))
        {
            if (schedule.NextRunAt is not { } due || SlotsOf(schedule, due) is not { } slots)
            {
                continue;
            }

            if (await runs.HandOutAsync(schedule, slots, cancellationToken) && slots.Missed.Count > 0)
            {
                SlotsMissed(schedule.Id, slots.Missed.Count);
            }
        }
    }

    private DueSlots? SlotsOf(ScheduleRow schedule, DateTimeOffset due)
    {
        SlotCalendar calendar;
        try
        {
            calendar = new SlotCalendar(StoredTimes.Read(schedule));
        }
        catch (ArgumentException exception)
        {
            // A time zone that this machine does not know; the others must not wait for it.
            TimesUnreadable(exception, schedule.Id);
            return null;
        }

        return Judge(calendar, due, clock.GetUtcNow());
    }

    /// <summary>The latest due slot runs unless it is too late for it; all others are missed, of which the latest hundred are recorded.</summary>
    private DueSlots Judge(SlotCalendar calendar, DateTimeOffset due, DateTimeOffset now)
    {
        var passed = new Queue<DateTimeOffset>();
        var latest = due;
        var next = calendar.Next(latest);
        while (next <= now)
        {
            passed.Enqueue(latest);
            if (passed.Count > MostMissed)
            {
                passed.Dequeue();
            }

            latest = next;
            next = calendar.Next(latest);
        }

        return now - latest <= options.Value.Grace ? new(latest, [.. passed], next) : new(null, [.. passed, latest], next);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} slots of schedule {Schedule} were missed while nothing ran here")]
    private partial void SlotsMissed(Guid schedule, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The times of schedule {Schedule} cannot be used")]
    private partial void TimesUnreadable(Exception exception, Guid schedule);
}
