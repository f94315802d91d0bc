namespace PromptLab.Everflow.Metadata;

/// <summary>A value that is read on first use and again after its lifetime. A failed reading is not kept.</summary>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeProvider time, TimeSpan lifetime)
{
    private volatile Reading? _last;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        _last is { } last && time.GetElapsedTime(last.At) < lifetime ? new(last.Value) : new(ReadAsync(cancellationToken));

    // Readings at the same time are one request: the transport joins identical reads.
    private async Task<T> ReadAsync(CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        var value = await read(cancellationToken);
        _last = new(value, at);
        return value;
    }

    private sealed record Reading(T Value, long At);
}
