using System.Globalization;

namespace PromptLab.Workflows.Entities;

/// <summary>What can be found without guessing: ids, and names that are equal but for case, punctuation and words around them.</summary>
internal sealed class CertainNames
{
    private const int MostCandidates = 6;
    private readonly EntityKind _kind;
    private readonly Dictionary<int, NamedEntity> _byId = [];
    private readonly Dictionary<string, NamedEntity[]> _byName;
    private readonly Dictionary<string, NamedEntity[]> _byKey;

    public CertainNames(EntityKind kind, IEnumerable<NamedEntity> entities)
    {
        _kind = kind;
        foreach (var entity in entities)
        {
            _byId[entity.Id] = entity;
        }

        Entities = [.. _byId.Values];
        Words = [.. Entities.Select(entity => NameText.Words(entity.Name))];
        _byName = Group(Entities.Select(entity => (entity.Name.Trim(), entity)), StringComparer.OrdinalIgnoreCase);
        _byKey = Group(Entities.Select((entity, at) => (NameText.Key(Words[at]), entity)), StringComparer.Ordinal);
    }

    public IReadOnlyList<NamedEntity> Entities { get; }

    /// <summary>The words of each name, in the order of <see cref="Entities"/>.</summary>
    public string[][] Words { get; }

    public NamedEntity? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Null when only guessing could find something.</summary>
    public EntityMatch? Match(string text)
    {
        var trimmed = text.AsSpan().Trim().Trim("\"'“”‘’«»").ToString();
        if (NameRanking.ReadId(trimmed, _kind) is { } id && _byId.TryGetValue(id, out var entity))
        {
            return new EntityMatch.Found(new RankedEntity(entity.Id, entity.Name, 1, MatchKind.Id));
        }

        return _byName.TryGetValue(trimmed, out var exact)
            ? Same(exact, MatchKind.Exact)
            : MatchLabel(trimmed) ?? MatchNormalised(NameText.Words(trimmed)) ?? MatchNormalised(NameText.Words(trimmed, dropPossessive: true));
    }

    /// <summary>"Summer Promo 2024 (1001)", "1001 Summer Promo": an id and its own name.</summary>
    private EntityMatch.Found? MatchLabel(string text)
    {
        var words = NameText.Words(text, dropPossessive: true);
        foreach (var word in words)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _byId.TryGetValue(id, out var entity)
                && words.Where((other, at) => other != word && !FillerWords.IsFiller(other, _kind, isFirst: at == 0)).All(NameText.Words(entity.Name).Contains))
            {
                return new EntityMatch.Found(new RankedEntity(entity.Id, entity.Name, 1, MatchKind.Id));
            }
        }

        return null;
    }

    /// <summary>The name alone first, then without filler words at its ends, dropping as few as possible.</summary>
    private EntityMatch? MatchNormalised(string[] words)
    {
        var leading = words.TakeWhile((word, at) => FillerWords.IsFiller(word, _kind, isFirst: at == 0)).Count();
        var trailing = words.Reverse().TakeWhile(word => FillerWords.IsFiller(word, _kind, isFirst: false)).Count();
        for (var dropped = 0; dropped < words.Length; dropped++)
        {
            for (var first = Math.Max(0, dropped - trailing); first <= Math.Min(dropped, leading); first++)
            {
                if (_byKey.TryGetValue(NameText.Key(words.AsSpan()[first..^(dropped - first)]), out var same))
                {
                    return Same(same, MatchKind.Normalised);
                }
            }
        }

        return null;
    }

    /// <summary>One entity is found; several that are all meant alike are ambiguous.</summary>
    public static EntityMatch Same(NamedEntity[] entities, MatchKind how)
    {
        var ranked = entities.Select(entity => new RankedEntity(entity.Id, entity.Name, 1, how));
        return entities.Length == 1 ? new EntityMatch.Found(ranked.First()) : new EntityMatch.Ambiguous([.. ranked.Take(MostCandidates)]);
    }

    private static Dictionary<string, NamedEntity[]> Group(IEnumerable<(string Key, NamedEntity Entity)> pairs, StringComparer comparer) =>
        pairs.Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, pair => pair.Entity, comparer)
            .ToDictionary(group => group.Key, group => group.ToArray(), comparer);
}
