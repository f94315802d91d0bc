using System.Globalization;
using PromptLab.Testing.Time;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Tests.Dates;

/// <summary>Now is Wednesday 2025-01-15 12:00 in Amsterdam.</summary>
public sealed class LaterPhrasesTests
{
    private static readonly NetworkCalendar Calendar = new(new ManualTimeProvider(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    [Theory]
    [InlineData("3 days", "2025-01-18T12:00")]
    [InlineData("for three days", "2025-01-18T12:00")]
    [InlineData("for a week", "2025-01-22T12:00")]
    [InlineData("48h", "2025-01-17T12:00")]
    [InlineData("for 2 hours", "2025-01-15T14:00")]
    [InlineData("a couple of days", "2025-01-17T12:00")]
    [InlineData("1 month", "2025-02-15T12:00")]
    [InlineData("tomorrow", "2025-01-16T00:00")]
    [InlineData("until Monday", "2025-01-20T00:00")]
    [InlineData("until next wednesday", "2025-01-22T00:00")]
    [InlineData("next week", "2025-01-20T00:00")]
    [InlineData("next month", "2025-02-01T00:00")]
    [InlineData("2025-01-20", "2025-01-20T00:00")]
    [InlineData("until 20 January", "2025-01-20T00:00")]
    [InlineData("until Feb 3", "2025-02-03T00:00")]
    [InlineData("2025-01-20T08:00:00Z", "2025-01-20T09:00")]
    [InlineData("tot maandag", "2025-01-20T00:00")]
    [InlineData("3 dagen", "2025-01-18T12:00")]
    [InlineData("bis Freitag", "2025-01-17T00:00")]
    [InlineData("für 3 Tage stummschalten", "2025-01-18T12:00")]
    [InlineData("hasta el lunes", "2025-01-20T00:00")]
    [InlineData("mañana", "2025-01-16T00:00")]
    [InlineData("jusqu'à lundi", "2025-01-20T00:00")]
    [InlineData("pendant deux semaines", "2025-01-29T12:00")]
    public void A_moment_to_come_is_read(string phrase, string local) =>
        TimeZoneInfo.ConvertTime(LaterPhrases.Resolve(phrase, Calendar)!.Value, Calendar.TimeZone).DateTime.ShouldBe(DateTime.Parse(local, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2024-12-01")]
    [InlineData("2030-01-01")]
    [InlineData("999 months")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_is_over_too_far_off_or_no_time_is_none(string phrase) => LaterPhrases.Resolve(phrase, Calendar).ShouldBeNull();

    [Theory]
    [InlineData("until the launch", true)]
    [InlineData("3 days", true)]
    [InlineData("offer 1001", false)]
    public void Where_a_phrase_may_begin_is_told(string phrase, bool begins) => LaterPhrases.Begins(phrase).ShouldBe(begins);
}
