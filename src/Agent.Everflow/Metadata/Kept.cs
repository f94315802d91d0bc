namespace PromptLab.Everflow.Metadata;

/// <summary>A value that is read on first use and again after its lifetime. A failed reading is not kept; where there is an
/// older value, that one goes on.</summary>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeProvider time, TimeSpan lifetime)
{
    private volatile Reading? _last;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        _last is { } last && time.GetElapsedTime(last.At) < lifetime ? new(last.Value) : new(ReadAsync(cancellationToken));

    // Readings at the same time are one request: the transport joins identical reads.
    private async Task<T> ReadAsync(CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        try
        {
            _last = new(await read(cancellationToken), at);
        }
        catch (EverflowException) when (_last is not null)
        {
            _last = _last with { At = at };
        }

        return _last.Value;
    }

    private sealed record Reading(T Value, long At);
}
