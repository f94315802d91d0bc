namespace PromptLab.Everflow.Quota;

/// <summary>
/// The network's limits on our side of the wire: a token bucket for all requests, places for simultaneous reports, and a
/// pause when the network asks for one. A request that has to wait queues by priority, then by arrival.
/// </summary>
internal sealed class QuotaGate : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TokenBucket _bucket;
    private readonly ReportPlaces _places;
    private readonly PriorityQueue<QuotaWaiter, (EverflowPriority, long)> _others = new();
    private readonly PriorityQueue<QuotaWaiter, (EverflowPriority, long)> _reports = new();
    private readonly ITimer _timer;
    private long _sequence;

    public QuotaGate(EverflowOptions options, TimeProvider time)
    {
        _time = time;
        _bucket = new(options.RequestsPerSecond, options.Burst, time);
        _places = new(options.ConcurrentReports, time);
        _timer = time.CreateTimer(static gate => ((QuotaGate)gate!).Drain(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes at once while there is quota; otherwise the notice is told the expected wait.</summary>
    public ValueTask<QuotaLease> EnterAsync(
        bool isReport, EverflowPriority priority, WaitNotice notice, CancellationToken cancellationToken)
    {
        QuotaWaiter waiter;
        TimeSpan wait;
        lock (_lock)
        {
            if (_others.Count == 0 && _reports.Count == 0 && IsFree(isReport))
                return new(Take(isReport));

            waiter = new(isReport, priority, _sequence++);
            (isReport ? _reports : _others).Enqueue(waiter, waiter.Order);
            GrantTurns();
            wait = waiter.IsWaiting ? ExpectedWait(waiter) : TimeSpan.Zero;
        }

        notice.Tell(wait);
        return waiter.WaitAsync(cancellationToken);
    }

    /// <summary>The network's own count, which other users of the same account draw from, too.</summary>
    public void Observe(int remaining)
    {
        lock (_lock)
            _bucket.Lower(remaining);
    }

    /// <summary>Holds all requests back for a while.</summary>
    public void Pause(TimeSpan span)
    {
        lock (_lock)
        {
            _bucket.Pause(span);
            GrantTurns();
        }
    }

    public void Release(long takenAt)
    {
        lock (_lock)
        {
            _places.Release(takenAt);
            GrantTurns();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Drain()
    {
        lock (_lock)
            GrantTurns();
    }

    private void GrantTurns()
    {
        while (Next() is { } queue && _bucket.HasToken)
            if (queue.Dequeue() is { IsWaiting: true } waiter)
                Grant(waiter);

        if (Next() is not null)
            _timer.Change(_bucket.NextToken, Timeout.InfiniteTimeSpan);
    }

    private void Grant(QuotaWaiter waiter)
    {
        var lease = Take(waiter.IsReport);
        if (waiter.TryGrant(lease))
            return;

        _bucket.GiveBack();
        if (waiter.IsReport)
            _places.GiveBack();
    }

    /// <summary>The queue whose head goes next, leaving out reports while all their places are taken.</summary>
    private PriorityQueue<QuotaWaiter, (EverflowPriority, long)>? Next()
    {
        var report = _places.IsFree && _reports.TryPeek(out var firstReport, out _) ? firstReport : null;
        var other = _others.TryPeek(out var firstOther, out _) ? firstOther : null;
        return (report, other) switch
        {
            (null, null) => null,
            (null, _) => _others,
            (_, null) => _reports,
            _ => report.Order.CompareTo(other.Order) < 0 ? _reports : _others,
        };
    }

    private bool IsFree(bool isReport) => _bucket.HasToken && (!isReport || _places.IsFree);

    private QuotaLease Take(bool isReport)
    {
        _bucket.Take();
        if (!isReport)
            return QuotaLease.Placeless;

        _places.Take();
        return new(this, _time.GetTimestamp());
    }

    private TimeSpan ExpectedWait(QuotaWaiter waiter)
    {
        var reportsAhead = Ahead(_reports, waiter);
        var wait = _bucket.Until(reportsAhead + Ahead(_others, waiter));
        return waiter.IsReport ? wait + _places.Until(reportsAhead) : wait;
    }

    private static int Ahead(PriorityQueue<QuotaWaiter, (EverflowPriority, long)> queue, QuotaWaiter waiter) =>
        queue.UnorderedItems.Count(item => item.Element.IsWaiting && item.Priority.CompareTo(waiter.Order) < 0);
}
