namespace PromptLab.Testing.Time;

/// <summary>
/// A running clock that says another time: what depends on today is fixed, what waits really waits. A test can move it on; what
/// would have come due in between comes due at once.
/// </summary>
public sealed class ShiftedTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<ShiftedTimer> _timers = [];
    private TimeSpan _shift = start - System.GetUtcNow();

    /// <summary>Starts on Wednesday 2025-01-15 12:00 in Amsterdam.</summary>
    public ShiftedTimeProvider()
        : this(new(2025, 1, 15, 11, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return System.GetUtcNow() + _shift;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on to a moment; it never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        ShiftedTimer[] timers;
        lock (_lock)
        {
            var by = moment - GetUtcNow();
            ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
            _shift += by;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
            timer.CatchUp();
    }

    /// <summary>
    /// Ends at once every wait that was to last exactly so long, as a timeout with an unmistakable length does. The clock goes on as
    /// it was, and so does whatever else waits.
    /// </summary>
    public void EndWaitsOf(TimeSpan length)
    {
        ShiftedTimer[] timers;
        lock (_lock)
            timers = [.. _timers.Where(timer => timer.Length == length)];

        foreach (var timer in timers)
            timer.End();
    }

    private sealed class ShiftedTimer : ITimer
    {
        private readonly ShiftedTimeProvider _clock;
        private readonly ITimer _inner;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public ShiftedTimer(ShiftedTimeProvider clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _inner = System.CreateTimer(
                _ =>
                {
                    Fired();
                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        /// <summary>What it was set to.</summary>
        public TimeSpan Length { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._lock)
            {
                Length = dueTime;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                _period = period;
                if (_due is null)
                    _clock._timers.Remove(this);
                else
                    _clock._timers.Add(this);
                return _inner.Change(dueTime, period);
            }
        }

        public void CatchUp()
        {
            lock (_clock._lock)
            {
                if (_due is { } due)
                {
                    var left = due - _clock.GetUtcNow();
                    _inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
                }
            }
        }

        public void End()
        {
            lock (_clock._lock)
            {
                if (_due is not null)
                    _inner.Change(TimeSpan.Zero, _period);
            }
        }

        public void Dispose()
        {
            lock (_clock._lock)
                _clock._timers.Remove(this);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fired()
        {
            lock (_clock._lock)
            {
                _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
                if (_due is null)
                    _clock._timers.Remove(this);
            }
        }
    }
}
