using PromptLab.Simulator.Limits;
using PromptLab.Testing.Time;

namespace PromptLab.Simulator.Tests.Limits;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_burst_empties_the_bucket()
    {
        var bucket = new TokenBucket(_clock, perSecond: 30, burst: 3);

        var takes = Enumerable.Range(0, 4).Select(_ => bucket.Take()).ToArray();

        takes.ShouldBe([(true, 2), (true, 1), (true, 0), (false, 0)]);
    }

    [Fact]
    public void Time_fills_it_again_up_to_the_burst()
    {
        var bucket = new TokenBucket(_clock, perSecond: 2, burst: 3);
        for (var taken = 0; taken < 3; taken++) bucket.Take();

        _clock.Advance(TimeSpan.FromSeconds(1));
        var soon = bucket.Take();
        _clock.Advance(TimeSpan.FromMinutes(1));
        var later = bucket.Take();

        soon.ShouldBe((true, 1));
        later.ShouldBe((true, 2));
    }
}
