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

        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
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

        (await next.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
    }
}
