namespace PromptLab.Everflow.Quota;

/// <summary>Tells everybody who waits for one request how long it will take; who joins later is told what is left.</summary>
internal sealed class WaitNotice(TimeProvider time)
{
    private readonly Lock _lock = new();
    private Action<TimeSpan>? _listeners;
    private TimeSpan _told;
    private long _toldAt;

    public void Join(Action<TimeSpan>? listener)
    {
        if (listener is null)
            return;

        TimeSpan left;
        lock (_lock)
        {
            _listeners += listener;
            left = _told == TimeSpan.Zero ? TimeSpan.Zero : _told - time.GetElapsedTime(_toldAt);
        }

        if (left > TimeSpan.Zero)
            listener(left);
    }

    public void Leave(Action<TimeSpan>? listener)
    {
        if (listener is null)
            return;

        lock (_lock)
            _listeners -= listener;
    }

    public void Tell(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
            return;

        Action<TimeSpan>? listeners;
        lock (_lock)
        {
            _told = wait;
            _toldAt = time.GetTimestamp();
            listeners = _listeners;
        }

        listeners?.Invoke(wait);
    }
}
