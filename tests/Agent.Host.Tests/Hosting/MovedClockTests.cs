using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Hosting;

public sealed class MovedClockTests
{
    [Fact]
    public async Task What_waits_for_an_hour_is_done_when_the_clock_has_moved_on_by_one()
    {
        var clock = new ShiftedTimeProvider();
        var waiting = Task.Delay(TimeSpan.FromHours(1), clock);

        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromHours(1));

        await waiting.WaitAsync(Patience.Longest);
    }

    [Fact]
    public async Task Waits_of_one_length_are_ended_without_the_others()
    {
        var clock = new ShiftedTimeProvider();
        var (timeout, other) = (Task.Delay(TimeSpan.FromSeconds(127), clock), Task.Delay(TimeSpan.FromSeconds(126), clock));

        clock.EndWaitsOf(TimeSpan.FromSeconds(127));

        await timeout.WaitAsync(Patience.Longest);
        other.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_period_goes_on_from_the_new_time()
    {
        var clock = new ShiftedTimeProvider();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromMinutes(10));
        await timer.WaitForNextTickAsync();

        var next = timer.WaitForNextTickAsync().AsTask();
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromMinutes(2));

        (await next.WaitAsync(Patience.Longest)).ShouldBeTrue();
    }
}
