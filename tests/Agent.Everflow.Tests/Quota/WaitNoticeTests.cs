using PromptLab.Everflow.Quota;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Quota;

public sealed class WaitNoticeTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<TimeSpan> _early = [];
    private readonly List<TimeSpan> _late = [];

    [Fact]
    public void Who_joins_during_a_wait_is_told_what_is_left()
    {
        var notice = new WaitNotice(_clock);
        notice.Join(_early.Add);
        notice.Tell(TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(4));

        notice.Join(_late.Add);

        _early.ShouldBe([TimeSpan.FromSeconds(10)]);
        _late.ShouldBe([TimeSpan.FromSeconds(6)]);
    }

    [Fact]
    public void Who_joins_after_a_wait_is_told_nothing()
    {
        var notice = new WaitNotice(_clock);
        notice.Tell(TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(11));

        notice.Join(_late.Add);
        notice.Join(null);

        _late.ShouldBeEmpty();
    }

    [Fact]
    public void Who_left_is_told_nothing_any_more()
    {
        var notice = new WaitNotice(_clock);
        notice.Join(_early.Add);
        notice.Join(_late.Add);

        notice.Leave(_early.Add);
        notice.Leave(null);
        notice.Tell(TimeSpan.FromSeconds(1));

        _early.ShouldBeEmpty();
        _late.ShouldBe([TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public void No_wait_is_not_worth_telling()
    {
        var notice = new WaitNotice(_clock);
        notice.Join(_early.Add);

        notice.Tell(TimeSpan.Zero);

        _early.ShouldBeEmpty();
    }
}
