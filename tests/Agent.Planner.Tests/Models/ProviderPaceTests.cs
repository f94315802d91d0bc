using PromptLab.Planner.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Planner.Tests.Models;

public sealed class ProviderPaceTests
{
    private readonly ManualTimeProvider _clock = new();

    private ProviderPace Pace => field ??= new(_clock);

    private TimeSpan? Pause(string provider = "a") => Pace.PausedUntil(provider) - _clock.GetUtcNow();

    private static ModelException Refusal(int? seconds = null) => new(ModelFailure.RateLimited) { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null };

    [Fact]
    public void A_provider_is_left_alone_for_as_long_as_it_asks()
    {
        Pace.Note("a", Refusal(7));

        (Pause(), Pause("A"), Pause("b")).ShouldBe((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7), null));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Pause().ShouldBeNull();
    }

    [Fact]
    public void Who_does_not_say_how_long_is_asked_ever_more_seldom_up_to_a_minute()
    {
        var pauses = Enumerable.Range(0, 9).Select(_ =>
        {
            Pace.Note("a", Refusal());
            var pause = Pause()!.Value;
            _clock.Advance(pause);
            return pause.TotalSeconds;
        }).ToList();

        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        Pace.NoteAnswer("a");
        Pace.Note("a", Refusal());
        Pause().ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Calls_that_are_refused_together_count_as_one_and_the_longest_wait_holds()
    {
        Pace.Note("a", Refusal(5));
        Pace.Note("a", Refusal(2));
        Pace.Note("a", Refusal());

        Pause().ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(0), InlineData(-5)]
    public void Nobody_is_asked_again_at_once(int seconds)
    {
        Pace.Note("a", Refusal(seconds));

        Pause().ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Other_failures_say_nothing_of_the_pace()
    {
        Pace.Note("a", new ModelException(ModelFailure.Unavailable));

        Pause().ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_waits_goes_on_when_the_time_has_come()
    {
        Pace.Note("a", Refusal(5));

        var wait = Pace.WaitAsync("a", default);
        wait.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(5));

        await wait.WaitAsync(Patience.Longest);
    }
}
