using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Workflows.Entities;

/// <summary>Keeps a <see cref="Shelf{T}"/> for its lifetime; whoever comes while it is being read waits for that one reading.</summary>
internal sealed class CachedShelf<T>(
    Func<IEnumerable<T>, DateTimeOffset, Shelf<T>> stack,
    Func<CancellationToken, Task<IReadOnlyList<T>>> load,
    TimeSpan lifetime,
    TimeProvider clock)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile Shelf<T>? _shelf;
    private Task<Shelf<T>>? _loading;

    public bool TryGet([NotNullWhen(true)] out Shelf<T>? shelf)
    {
        shelf = _shelf;
        return shelf is not null && clock.GetUtcNow() - shelf.LoadedAt < lifetime;
    }

    public ValueTask<Shelf<T>> GetAsync(CancellationToken cancellationToken) =>
        TryGet(out var shelf) ? new ValueTask<Shelf<T>>(shelf) : new ValueTask<Shelf<T>>(ReloadAsync(cancellationToken));

    public Task<Shelf<T>> ReloadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_loading is null or { IsCompleted: true })
            {
                _loading = LoadAsync();
            }

            return _loading.WaitAsync(cancellationToken);
        }
    }

    public Shelf<T> Add(Shelf<T> seen, IReadOnlyList<T> fresh)
    {
        if (fresh.Count == 0)
        {
            return seen;
        }

        lock (_gate)
        {
            return _shelf = (_shelf ?? seen).With(fresh);
        }
    }

    // Not bound to the token of whoever came first: the others wait for the same reading.
    private async Task<Shelf<T>> LoadAsync()
    {
        var items = await load(CancellationToken.None);
        return _shelf = stack(items, clock.GetUtcNow());
    }
}
