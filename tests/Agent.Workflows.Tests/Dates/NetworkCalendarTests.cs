using PromptLab.Testing.Time;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Tests.Dates;

public sealed class NetworkCalendarTests
{
    [Theory]
    [InlineData("2025-01-14T22:59:59Z", "2025-01-14")]
    [InlineData("2025-01-14T23:00:00Z", "2025-01-15")]
    [InlineData("2025-07-14T21:59:59Z", "2025-07-14")]
    [InlineData("2025-07-14T22:00:00Z", "2025-07-15")]
    public void Today_begins_when_the_network_s_day_begins(string utc, string today)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

        var calendar = new NetworkCalendar(clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

        calendar.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(today);
    }
}
