using System.Globalization;

namespace PromptLab.Workflows.Schedules;

/// <summary>The slots of a schedule: one instant per local day that it runs on, also when clocks change.</summary>
public sealed class SlotCalendar
{
    private const int LongestGapInDays = 64;
    private readonly TimeOnly _time;
    private readonly ScheduleTimes _times;

    /// <exception cref="ArgumentException">The times do not make a schedule.</exception>
    public SlotCalendar(ScheduleTimes times)
    {
        if (ScheduleTimesCheck.Fault(times) is { } fault)
        {
            throw new ArgumentException(fault, nameof(times));
        }

        _times = times;
        _time = TimeOnly.ParseExact(times.Time, "HH:mm", CultureInfo.InvariantCulture);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(times.TimeZone);
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>The first slot later than an instant.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, Zone).DateTime).AddDays(-1);
        for (var last = day.AddDays(LongestGapInDays); day <= last; day = day.AddDays(1))
        {
            if (RunsOn(day) && Instant(day.ToDateTime(_time)) is var slot && slot > after)
            {
                return slot;
            }
        }

        throw new InvalidOperationException("A schedule runs at least once in two months.");
    }

    private bool RunsOn(DateOnly day) => _times.DayOfMonth is { } number
        ? day.Day == Math.Min(number, DateTime.DaysInMonth(day.Year, day.Month))
        : _times.Days.Count == 0 || _times.Days.Contains(day.DayOfWeek);

    /// <summary>A time that the clocks leave out is the next one that they show; of one that they show twice it is the first.</summary>
    private DateTimeOffset Instant(DateTime local)
    {
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
