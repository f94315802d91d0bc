namespace PromptLab.Workflows.Exports;

/// <summary>Rings when there may be an export whose end is to be told.</summary>
public sealed class ExportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    /// <summary>Returns when it is rung, or after a time.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _rung.WaitAsync(longest, cancellationToken);

    public void Dispose() => _rung.Dispose();
}
