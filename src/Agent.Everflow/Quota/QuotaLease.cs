namespace PromptLab.Everflow.Quota;

/// <summary>The right to have one request under way; a report gives its place back when it is disposed.</summary>
internal sealed class QuotaLease(QuotaGate? gate, long takenAt) : IDisposable
{
    private QuotaGate? _gate = gate;

    /// <summary>Requests outside of reporting hold no place.</summary>
    public static QuotaLease Placeless { get; } = new(null, 0);

    public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release(takenAt);
}
