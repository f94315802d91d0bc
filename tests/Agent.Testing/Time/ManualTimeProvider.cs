namespace PromptLab.Testing.Time;

/// <summary>A clock that stands still until a test moves it. Timers, and with them delays and timeouts, fire while it moves.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = start;

    /// <summary>Starts on Wednesday 2025-01-15 12:00 in Amsterdam.</summary>
    public ManualTimeProvider()
        : this(new(2025, 1, 15, 11, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, stopping at every timer on the way so that it sees its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
            timer.Fire();

        lock (_lock)
            _now = end;
    }

    /// <summary>Moves the clock to the next timer that is due within a span from now, if something waits for one.</summary>
    public void AdvanceToTimerWithin(TimeSpan span)
    {
        TimeSpan? wait;
        lock (_lock)
            wait = Next(_now + span)?.Due - _now;
        if (wait is { } by)
            Advance(by);
    }

    /// <summary>Waits, in real time, until something waits for a timer that is due within a span from now.</summary>
    /// <returns>How long that timer still takes.</returns>
    public async Task<TimeSpan> TimerWithin(TimeSpan span)
    {
        while (true)
        {
            Task set;
            lock (_lock)
            {
                if (Next(_now + span) is { } timer)
                    return timer.Due!.Value - _now;
                set = _timerSet.Task;
            }

            await set.WaitAsync(Patience.Longest);
        }
    }

    private ManualTimer? Next(DateTimeOffset until) => _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            if (Next(end) is not { } timer)
                return null;

            _now = timer.Due > _now ? timer.Due.Value : _now;
            timer.Due = timer.Period is { } period ? _now + period : null;
            return timer;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        TaskCompletionSource set;
        lock (_lock)
        {
            _timers.Remove(timer);
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            timer.Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
            if (timer.Due is not null)
                _timers.Add(timer);
            (set, _timerSet) = (_timerSet, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        set.SetResult();
    }

    private void Remove(ManualTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan? Period { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
