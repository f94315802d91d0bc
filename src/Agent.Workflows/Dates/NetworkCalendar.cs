namespace PromptLab.Workflows.Dates;

/// <summary>The calendar that reports are read in: the network's time zone, not the server's.</summary>
public sealed class NetworkCalendar(TimeProvider clock, TimeZoneInfo timeZone)
{
    public TimeZoneInfo TimeZone => timeZone;

    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The network's day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, timeZone).DateTime);

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), timeZone);

    /// <summary>The first instant of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (timeZone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }

        return new DateTimeOffset(midnight, timeZone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
