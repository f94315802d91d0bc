namespace PromptLab.Planner.Models;

/// <summary>A token that ends with the caller's own, or when an attempt has been silent for too long.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration registration;

    public Patience(TimeSpan untilFirstContent, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        source = new(untilFirstContent, time);
        registration = caller.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), source);
    }

    public CancellationToken Token => source.Token;

    public bool RanOut => source.IsCancellationRequested && !caller.IsCancellationRequested;

    public void Limit(TimeSpan silence) => source.CancelAfter(silence);

    public void Lift() => source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
