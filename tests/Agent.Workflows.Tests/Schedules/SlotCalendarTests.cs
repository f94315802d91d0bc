using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.Tests.Schedules;

public sealed class SlotCalendarTests
{
    private const string Amsterdam = "Europe/Amsterdam";

    private static List<string> Slots(ScheduleTimes times, string after, int count)
    {
        var calendar = new SlotCalendar(times);
        var slots = new List<string>();
        var last = DateTimeOffset.Parse(after, null);
        while (slots.Count < count)
        {
            last = calendar.Next(last);
            slots.Add(last.ToString("yyyy-MM-dd HH:mm", null));
        }

        return slots;
    }

    [Fact]
    public void Nine_in_Amsterdam_comes_once_on_the_day_that_clocks_go_forward() =>
        Slots(new("09:00", [], Amsterdam), "2025-03-29T00:00Z", 3)
            .ShouldBe(["2025-03-29 08:00", "2025-03-30 07:00", "2025-03-31 07:00"]);

    [Fact]
    public void Nine_in_Amsterdam_comes_once_on_the_day_that_clocks_go_back() =>
        Slots(new("09:00", [], Amsterdam), "2025-10-25T00:00Z", 3)
            .ShouldBe(["2025-10-25 07:00", "2025-10-26 08:00", "2025-10-27 08:00"]);

    [Fact]
    public void A_time_that_clocks_leave_out_is_the_next_one_that_they_show() =>
        Slots(new("02:30", [], Amsterdam), "2025-03-29T00:00Z", 3)
            .ShouldBe(["2025-03-29 01:30", "2025-03-30 01:00", "2025-03-31 00:30"]);

    [Fact]
    public void A_time_that_clocks_show_twice_comes_the_first_time() =>
        Slots(new("02:30", [], Amsterdam), "2025-10-25T12:00Z", 2)
            .ShouldBe(["2025-10-26 00:30", "2025-10-27 01:30"]);

    [Fact]
    public void Days_of_the_week_are_those_of_the_time_zone() =>
        Slots(new("00:30", [DayOfWeek.Monday, DayOfWeek.Friday], Amsterdam), "2025-01-15T00:00Z", 3)
            .ShouldBe(["2025-01-16 23:30", "2025-01-19 23:30", "2025-01-23 23:30"]);

    [Fact]
    public void The_31st_is_the_last_day_of_a_shorter_month() =>
        Slots(new("09:00", [], Amsterdam) { DayOfMonth = 31 }, "2025-01-15T00:00Z", 3)
            .ShouldBe(["2025-01-31 08:00", "2025-02-28 08:00", "2025-03-31 07:00"]);

    [Fact]
    public void A_slot_follows_the_one_before_and_not_itself() =>
        Slots(new("09:00", [], Amsterdam), "2025-01-15T08:00Z", 1).ShouldBe(["2025-01-16 08:00"]);

    [Theory]
    [InlineData("9:00", Amsterdam, null, "The time must be HH:mm, for example 09:00.")]
    [InlineData("24:00", Amsterdam, null, "The time must be HH:mm, for example 09:00.")]
    [InlineData("09:00", "Mars/Olympus", null, "The time zone must be an IANA name such as Europe/Amsterdam.")]
    [InlineData("09:00", Amsterdam, 32, "The day of the month must be from 1 to 31.")]
    public void Times_that_make_no_schedule_are_told(string time, string zone, int? dayOfMonth, string fault) =>
        Should.Throw<ArgumentException>(() => new SlotCalendar(new(time, [], zone) { DayOfMonth = dayOfMonth })).Message.ShouldStartWith(fault);

    [Fact]
    public void Days_of_the_week_and_of_the_month_do_not_go_together() =>
        ScheduleTimesCheck.Fault(new("09:00", [DayOfWeek.Monday], Amsterdam) { DayOfMonth = 1 })
            .ShouldBe("Give either days of the week or a day of the month.");
}
