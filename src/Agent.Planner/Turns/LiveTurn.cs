using System.Runtime.CompilerServices;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>A turn that runs in this process: its events so far, and a wait for more. Any number of viewers may follow it.</summary>
public sealed class LiveTurn : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<TurnEvent> _events = new(16);
    private readonly CancellationTokenSource _timeLimit;
    private readonly CancellationTokenSource _stop;
    private TaskCompletionSource? _changed;
    private readonly SemaphoreSlim _storing = new(1, 1);
    private readonly long _first;
    private int _stored;
    private bool _isDisposed;

    /// <param name="before">The last event of an earlier attempt, behind which those of this one go on.</param>
    internal LiveTurn(Guid id, Guid conversationId, string owner, TimeSpan limit, TimeProvider time, CancellationToken shutdown, long before = 0)
    {
        _first = before + 1;
        Id = id;
        ConversationId = conversationId;
        Owner = owner;
        StartedAt = LeaseRenewedAt = time.GetUtcNow();
        _timeLimit = new CancellationTokenSource(limit, time);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_timeLimit.Token, shutdown);
    }

    public Guid Id { get; }

    public Guid ConversationId { get; }

    public string Owner { get; }

    /// <summary>The last event before the first one of this run; 0 unless it goes on with an earlier attempt.</summary>
    internal long Before => _first - 1;

    internal DateTimeOffset StartedAt { get; }

    internal DateTimeOffset LeaseRenewedAt { get; set; }

    /// <summary>Fires when somebody stops the turn, its time is up, or the process shuts down.</summary>
    internal CancellationToken Stopped => _stop.Token;

    /// <summary>True once a person asked to stop, as opposed to a time limit or a shutdown.</summary>
    internal bool IsCancelRequested { get; private set; }

    /// <summary>The work behind the events; completes after the outcome is stored.</summary>
    internal Task Work { get; set; } = Task.CompletedTask;

    /// <summary>True once the turn has used up its time.</summary>
    internal bool IsTimeUp => _timeLimit.IsCancellationRequested;

    /// <summary>False when the events are being stored already, or the turn is over. A true must be followed by <see cref="EndStoring"/>.</summary>
    internal bool TryBeginStoring()
    {
        lock (_gate)
        {
            return !_isDisposed && _storing.Wait(0, CancellationToken.None);
        }
    }

    internal Task BeginStoringAsync() => _storing.WaitAsync(CancellationToken.None);

    internal void EndStoring() => _storing.Release();

    internal void Cancel()
    {
        IsCancelRequested = true;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The turn has ended in the meantime.
        }
    }

    internal void Publish(string type, string json)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _events.Add(new TurnEvent(_first + _events.Count, type, json));
            waiting = _changed;
            _changed = null;
        }

        waiting?.SetResult();
    }

    /// <summary>Events that are not stored yet; the caller stores them and then calls <see cref="MarkStored"/>.</summary>
    /// <param name="last">An event that is stored before it is published, or null.</param>
    internal IReadOnlyList<StoredEvent> TakeUnstored(string? last = null)
    {
        lock (_gate)
        {
            var rest = new List<StoredEvent>(_events.Count - _stored + 1);
            for (var i = _stored; i < _events.Count; i++)
            {
                rest.Add(new StoredEvent(_events[i].Sequence, _events[i].Json));
            }

            if (last is not null)
            {
                rest.Add(new StoredEvent(_first + _events.Count, last));
            }

            return rest;
        }
    }

    internal void MarkStored(IReadOnlyList<StoredEvent> flushed)
    {
        lock (_gate)
        {
            _stored += flushed.Count;
        }
    }

    /// <summary>Batches of events after <paramref name="after"/>, as they come, until the run has ended.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = (int)Math.Clamp(after - _first + 1, 0, int.MaxValue);
        while (true)
        {
            var (batch, wait) = Next(next);
            if (batch.Count > 0)
            {
                yield return batch;
                next += batch.Count;
                if (batch[^1].IsLast)
                {
                    yield break;
                }
            }
            else if (wait is null)
            {
                yield break;
            }
            else
            {
                await wait.WaitAsync(cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _stop.Dispose();
        _timeLimit.Dispose();
    }

    private (IReadOnlyList<TurnEvent> Batch, Task? Wait) Next(int from)
    {
        lock (_gate)
        {
            if (from < _events.Count)
            {
                return (_events.GetRange(from, _events.Count - from), null);
            }

            if (_events.Count > 0 && _events[^1].IsLast)
            {
                return ([], null);
            }

            _changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return ([], _changed.Task);
        }
    }
}
