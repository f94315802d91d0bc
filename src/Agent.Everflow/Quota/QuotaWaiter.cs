namespace PromptLab.Everflow.Quota;

/// <summary>A request that waits for its turn. One that is cancelled stays in its queue and is passed over.</summary>
internal sealed class QuotaWaiter(bool isReport, EverflowPriority priority, long sequence)
{
    private readonly TaskCompletionSource<QuotaLease> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReport { get; } = isReport;

    /// <summary>Lower goes first.</summary>
    public (EverflowPriority Priority, long Sequence) Order { get; } = (priority, sequence);

    public bool IsWaiting => !_turn.Task.IsCompleted;

    public bool TryGrant(QuotaLease lease) => _turn.TrySetResult(lease);

    public async ValueTask<QuotaLease> WaitAsync(CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((QuotaWaiter)waiter!)._turn.TrySetCanceled(token), this);
        return await _turn.Task;
    }
}
