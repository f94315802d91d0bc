using PromptLab.Data.Schedules;

namespace PromptLab.Workflows.Schedules;

/// <summary>Makes, changes and removes schedules. One schedule per kind and target.</summary>
public sealed class ScheduleService(ScheduleRepository schedules, TimeProvider clock)
{
    /// <summary>Makes the schedule, or changes the one that its kind and target have. A new schedule's first slot is the next one from now.</summary>
    /// <exception cref="ArgumentException">The times do not make a schedule; <see cref="ScheduleTimesCheck"/> tells it before.</exception>
    public Task<ScheduleRow> CreateOrUpdateAsync(NewSchedule schedule, CancellationToken cancellationToken) =>
        schedules.SaveAsync(ValuesOf(schedule), cancellationToken);

    /// <summary>False when there is none. Its history stays.</summary>
    public Task<bool> DeleteAsync(string kind, string target, CancellationToken cancellationToken) =>
        schedules.DeleteAsync(kind, target, cancellationToken);

    private ScheduleValues ValuesOf(NewSchedule schedule)
    {
        var (times, now) = (schedule.Times, clock.GetUtcNow());
        var next = new SlotCalendar(times).Next(now);
        return new(
            Guid.CreateVersion7(now), schedule.Owner, schedule.Kind, schedule.Target, schedule.Title, schedule.Payload,
            times.Time, StoredTimes.WriteDays(times.Days), times.DayOfMonth, times.TimeZone, schedule.IsEnabled,
            schedule.IsEnabled ? next : null);
    }
}
