namespace PromptLab.Workflows.Dates;

/// <summary>The calendar that reports are read in: the network's time zone, not the server's.</summary>
public sealed class NetworkCalendar(TimeProvider clock, TimeZoneInfo timeZone)
{
    public TimeZoneInfo TimeZone => timeZone;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), timeZone).DateTime);
}
