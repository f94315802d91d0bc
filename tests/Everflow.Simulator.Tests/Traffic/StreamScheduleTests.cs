using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Tests.Traffic;

public sealed class StreamScheduleTests
{
    private static readonly StreamSchedule Schedule = new(new ScheduleSpan(0, 3, 10, 1), new ScheduleSpan(4, 8, 100, 5, Every: 2));

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(3, 10, 1)]
    [InlineData(4, 100, 5)]
    [InlineData(9, 0, 0)]
    public void The_days_age_decides(int daysAgo, int clicks, int conversions)
    {
        Schedule.At(daysAgo, dayNumber: 738_000).ShouldBe((clicks, conversions));
    }

    [Fact]
    public void Conversions_can_come_on_each_second_day_only()
    {
        Schedule.At(5, dayNumber: 738_001).ShouldBe((100, 0));
    }
}
