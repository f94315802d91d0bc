namespace PromptLab.Simulator.Limits;

/// <summary>Refills steadily up to the burst; each call takes one token.</summary>
internal sealed class TokenBucket(TimeProvider clock, int perSecond, int burst)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filled = clock.GetTimestamp();

    /// <summary>Whether a token was there, and how many are left.</summary>
    public (bool Taken, int Remaining) Take()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + clock.GetElapsedTime(_filled, now).TotalSeconds * perSecond);
            _filled = now;
            if (_tokens < 1) return (false, 0);
            _tokens--;
            return (true, (int)_tokens);
        }
    }
}
