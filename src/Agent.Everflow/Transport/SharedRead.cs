using System.Diagnostics.CodeAnalysis;
using PromptLab.Everflow.Quota;

namespace PromptLab.Everflow.Transport;

/// <summary>One read and the number of those who wait for it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and a late caller may still cancel it.")]
internal sealed class SharedRead<T>(WaitNotice notice)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private int _callers = 1;

    public Task<T> Result => _result.Task;

    public WaitNotice Notice { get; } = notice;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>False when it was abandoned in the meantime.</summary>
    public bool TryJoin()
    {
        for (var callers = Volatile.Read(ref _callers); callers > 0; callers = Volatile.Read(ref _callers))
            if (Interlocked.CompareExchange(ref _callers, callers + 1, callers) == callers)
                return true;

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _callers) == 0 && !_result.Task.IsCompleted)
            _abandoned.Cancel();
    }

    public void Complete(Task<T> outcome)
    {
        _result.TrySetFromTask(outcome);

        // A failure that nobody waits for any more has been logged and is otherwise of no interest.
        _ = _result.Task.Exception;
    }
}
