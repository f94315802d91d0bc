namespace PromptLab.Everflow.Quota;

/// <summary>One token per request, refilled evenly. Not thread-safe: its gate locks.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    private double _tokens = burst;

    // In the future while paused: refilling starts then.
    private long _refilledAt = time.GetTimestamp();

    public bool HasToken
    {
        get
        {
            Refill();
            return _tokens >= 1 && !IsPaused;
        }
    }

    /// <summary>When a timer should look again; timers are no finer than a millisecond.</summary>
    public TimeSpan NextToken => Until(0) + TimerStep;

    private bool IsPaused => time.GetTimestamp() < _refilledAt;

    public void Take() => _tokens--;

    public void GiveBack() => _tokens++;

    public void Lower(int remaining)
    {
        Refill();
        _tokens = Math.Min(_tokens, remaining);
    }

    /// <summary>Afterwards requests start again at the sustained rate, without a burst.</summary>
    public void Pause(TimeSpan span)
    {
        Refill();
        _tokens = Math.Min(_tokens, 1);
        _refilledAt = Math.Max(_refilledAt, time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency));
    }

    /// <summary>How long until there is a token for a request that lets so many others go first.</summary>
    public TimeSpan Until(int ahead)
    {
        Refill();
        var pause = IsPaused ? time.GetElapsedTime(time.GetTimestamp(), _refilledAt) : TimeSpan.Zero;
        return pause + TimeSpan.FromSeconds(Math.Max(0, (ahead + 1 - _tokens) / perSecond));
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        if (now <= _refilledAt)
            return;

        _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_refilledAt, now).TotalSeconds * perSecond));
        _refilledAt = now;
    }
}
