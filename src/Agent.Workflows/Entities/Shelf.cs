namespace PromptLab.Workflows.Entities;

/// <summary>All entities of one kind as they were at one moment. Immutable.</summary>
internal sealed class Shelf<T>
    where T : class
{
    private readonly EntityKind _kind;
    private readonly Func<T, NamedEntity> _name;
    private readonly Func<T, bool> _isGone;
    private readonly Dictionary<int, T> _items;
    private readonly Lazy<NameRanking> _names;

    /// <param name="isGone">Deleted: found by id, but its name no longer competes with the living.</param>
    public Shelf(EntityKind kind, IEnumerable<T> items, Func<T, NamedEntity> name, Func<T, bool> isGone, DateTimeOffset loadedAt)
    {
        _kind = kind;
        _name = name;
        _isGone = isGone;
        LoadedAt = loadedAt;
        _items = [];
        foreach (var item in items)
        {
            _items[name(item).Id] = item;
        }

        _names = new Lazy<NameRanking>(() => new NameRanking(kind, _items.Values.Where(item => !isGone(item)).Select(name)));
    }

    public DateTimeOffset LoadedAt { get; }

    public IReadOnlyCollection<T> Items => _items.Values;

    public NameRanking Names => _names.Value;

    public T? Find(int id) => _items.GetValueOrDefault(id);

    public EntityMatch Match(string text)
    {
        if (NameRanking.ReadId(text, _kind) is { } id && Find(id) is { } item)
        {
            return new EntityMatch.Found(new RankedEntity(id, _name(item).Name, 1, MatchKind.Id));
        }

        return Names.Match(text);
    }

    public Shelf<T> With(IEnumerable<T> fresh) => new(_kind, _items.Values.Concat(fresh), _name, _isGone, LoadedAt);
}
