using PromptLab.Everflow.Quota;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Quota;

public sealed class QuotaGateTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly QuotaGate _gate;

    public QuotaGateTests() => _gate = Gate();

    [Fact]
    public async Task A_burst_passes_at_once()
    {
        var turns = Enumerable.Range(0, 5).Select(_ => Enter()).ToArray();

        turns.ShouldAllBe(turn => turn.IsCompletedSuccessfully);
        await Task.WhenAll(turns);
        _waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_the_burst_requests_go_at_the_sustained_rate_and_are_told_how_long()
    {
        Spend(5);

        var (sixth, seventh) = (Enter(), Enter());

        _waits.ShouldBe([TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)]);
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await sixth;
        seventh.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await seventh;
    }

    [Fact]
    public void A_quiet_time_fills_the_bucket_up_to_the_burst()
    {
        Spend(5);
        _clock.Advance(TimeSpan.FromMinutes(1));

        var turns = Enumerable.Range(0, 6).Select(_ => Enter()).ToArray();

        turns.Count(turn => turn.IsCompleted).ShouldBe(5);
    }

    [Fact]
    public async Task Interactive_requests_go_before_scheduled_ones()
    {
        Spend(5);
        var scheduled = Enter(priority: EverflowPriority.Scheduled);
        var interactive = Enter();

        _clock.Advance(TimeSpan.FromMilliseconds(101));

        await interactive;
        scheduled.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await scheduled;
    }

    [Fact]
    public async Task An_interactive_request_goes_before_a_scheduled_report()
    {
        Spend(5);
        var report = Enter(isReport: true, EverflowPriority.Scheduled);
        var interactive = Enter();
        var interactiveReport = Enter(isReport: true);

        _clock.Advance(TimeSpan.FromMilliseconds(202));

        await interactive;
        await interactiveReport;
        report.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_waits_for_a_place_while_other_requests_pass()
    {
        var (first, second) = (await Enter(isReport: true), await Enter(isReport: true));

        var third = Enter(isReport: true);
        var other = Enter();

        third.IsCompleted.ShouldBeFalse();
        await other;
        first.Dispose();
        (await third).Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task A_place_is_given_back_once()
    {
        using var first = await Enter(isReport: true);
        var second = await Enter(isReport: true);
        second.Dispose();
        second.Dispose();

        var (third, fourth) = (Enter(isReport: true), Enter(isReport: true));

        await third;
        fourth.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_wait_for_a_place_is_guessed_from_how_long_reports_took()
    {
        for (var i = 0; i < 40; i++)
        {
            var report = await Enter(isReport: true);
            _clock.Advance(TimeSpan.FromSeconds(4));
            report.Dispose();
        }

        using var first = await Enter(isReport: true);
        using var second = await Enter(isReport: true);

        _ = Enter(isReport: true);

        _waits.ShouldHaveSingleItem().TotalSeconds.ShouldBe(4, 0.1);
    }

    [Fact]
    public async Task A_cancelled_request_takes_nothing_with_it()
    {
        Spend(5);
        using var stop = new CancellationTokenSource();
        var cancelled = Enter(cancellationToken: stop.Token);
        var patient = Enter();

        await stop.CancelAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(101));

        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        await patient;
    }

    [Fact]
    public async Task A_pause_holds_everything_back_and_ends_without_a_burst()
    {
        _gate.Pause(TimeSpan.FromSeconds(10));
        var (first, second) = (Enter(), Enter());

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        first.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.11));

        await first;
        second.IsCompleted.ShouldBeFalse();
        _waits.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.1)]);
    }

    [Fact]
    public void The_networks_own_count_lowers_ours_but_does_not_raise_it()
    {
        _gate.Observe(2);
        _gate.Observe(40);

        var turns = Enumerable.Range(0, 3).Select(_ => Enter()).ToArray();

        turns.Count(turn => turn.IsCompleted).ShouldBe(2);
    }

    [Fact]
    public async Task Many_at_once_never_exceed_the_places()
    {
        using var gate = new QuotaGate(new() { RequestsPerSecond = 1_000_000, Burst = 1_000_000, ConcurrentReports = 3 }, TimeProvider.System);
        var (inside, most) = (0, 0);

        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) =>
        {
            using var lease = await gate.EnterAsync(true, EverflowPriority.Interactive, new(TimeProvider.System), token);
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });

        most.ShouldBeInRange(1, 3);
        inside.ShouldBe(0);
    }

    public void Dispose() => _gate.Dispose();

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
            Interlocked.CompareExchange(ref target, value, seen);
    }

    private QuotaGate Gate() => new(new() { RequestsPerSecond = 10, Burst = 5, ConcurrentReports = 2 }, _clock);

    private void Spend(int tokens)
    {
        for (var i = 0; i < tokens; i++)
            Enter().IsCompleted.ShouldBeTrue();
    }

    private Task<QuotaLease> Enter(
        bool isReport = false, EverflowPriority priority = EverflowPriority.Interactive, CancellationToken cancellationToken = default)
    {
        var notice = new WaitNotice(_clock);
        notice.Join(_waits.Add);
        return _gate.EnterAsync(isReport, priority, notice, cancellationToken).AsTask();
    }
}
