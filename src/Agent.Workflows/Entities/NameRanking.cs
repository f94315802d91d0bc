using System.Globalization;

namespace PromptLab.Workflows.Entities;

/// <summary>
/// Finds what a person means among the names of one kind: id, exact name, normalised name, all words contained,
/// initials, fuzzy. Immutable and without I/O; ids and equal names are dictionary look-ups.
/// </summary>
public sealed class NameRanking
{
    private const int MostCandidates = 6;
    private readonly EntityKind _kind;
    private readonly Dictionary<int, NamedEntity> _byId = [];
    private readonly Dictionary<string, NamedEntity[]> _byName;
    private readonly Dictionary<string, NamedEntity[]> _byKey;
    private readonly WordRanking _words;

    public NameRanking(EntityKind kind, IEnumerable<NamedEntity> entities)
    {
        _kind = kind;
        foreach (var entity in entities)
        {
            _byId[entity.Id] = entity;
        }

        Entities = [.. _byId.Values];
        var words = Entities.Select(entity => NameText.Words(entity.Name)).ToArray();
        _byName = Group(Entities.Select(entity => (entity.Name.Trim(), entity)), StringComparer.OrdinalIgnoreCase);
        _byKey = Group(Entities.Select((entity, at) => (NameText.Key(words[at]), entity)), StringComparer.Ordinal);
        _words = new WordRanking(Entities, words);
    }

    public IReadOnlyList<NamedEntity> Entities { get; }

    public NamedEntity? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The id that a text states: <c>1001</c>, <c>#1001</c>, <c>offer 1001</c>, <c>offer id: 1001</c>.</summary>
    public static int? ReadId(string text, EntityKind kind)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        int? id = null;
        foreach (var (at, word) in NameText.Words(text, dropPossessive: true).Index())
        {
            if (id is null && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                id = number;
            }
            else if (!FillerWords.IsFiller(word, kind, isFirst: at == 0))
            {
                return null;
            }
        }

        return id;
    }

    public EntityMatch Match(string text)
    {
        if (MatchCertain(text) is { } certain)
        {
            return certain;
        }

        if (ReadId(text, _kind) is not null)
        {
            return new EntityMatch.NotFound([]);
        }

        return Decide(NameText.Words(text, dropPossessive: true), text);
    }

    /// <summary>The best candidates for a text, whether good or not; for look-ups and near matches.</summary>
    public IReadOnlyList<RankedEntity> Rank(string text, int limit)
    {
        if (MatchCertain(text) is EntityMatch.Found { Entity: { How: MatchKind.Id } entity })
        {
            return [entity];
        }

        var words = NameText.Words(text, dropPossessive: true);
        var required = Required(words);
        return [.. _words.Rank(required.Length > 0 ? required : words).Take(limit).Select(candidate => candidate.Entity)];
    }

    private EntityMatch? MatchCertain(string text)
    {
        var trimmed = text.AsSpan().Trim().Trim("\"'“”‘’«»").ToString();
        if (ReadId(trimmed, _kind) is { } id && _byId.TryGetValue(id, out var entity))
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
                && Required(words).Where(other => other != word).All(NameText.Words(entity.Name).Contains))
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

    private EntityMatch Decide(string[] words, string text)
    {
        var required = Required(words);
        var ranked = _words.Rank(required);
        if (ranked is not [{ Entity.How: MatchKind.Contained }, ..] && _words.ByInitials(required, text) is { Length: > 0 } initials)
        {
            return Same(initials, MatchKind.Initials);
        }

        if (ranked is not [{ IsGood: true } best, ..])
        {
            return new EntityMatch.NotFound([.. ranked.Where(candidate => candidate.IsNear).Take(MostCandidates).Select(candidate => candidate.Entity)]);
        }

        RankedEntity[] rivals = [.. ranked.TakeWhile(best.IsRivalledBy).Select(candidate => candidate.Entity)];
        return rivals.Length == 1
            ? new EntityMatch.Found(rivals[0])
            : (EntityMatch?)ContainsAll(words) ?? new EntityMatch.Ambiguous([.. rivals.Take(MostCandidates)]);
    }

    /// <summary>"traffic partners" means the one name that holds both words, although "partners" alone would say little.</summary>
    private EntityMatch.Found? ContainsAll(string[] words)
    {
        var ranked = _words.Rank([.. words.Where((word, at) => !FillerWords.IsArticle(word, isFirst: at == 0))]);
        return ranked.Where(candidate => candidate.Entity.How == MatchKind.Contained).Take(2).ToArray() is [var only]
            ? new EntityMatch.Found(only.Entity)
            : null;
    }

    private string[] Required(string[] words) =>
        [.. words.Where((word, at) => !FillerWords.IsFiller(word, _kind, isFirst: at == 0))];

    private static EntityMatch Same(NamedEntity[] entities, MatchKind how)
    {
        var ranked = entities.Select(entity => new RankedEntity(entity.Id, entity.Name, 1, how));
        return entities.Length == 1 ? new EntityMatch.Found(ranked.First()) : new EntityMatch.Ambiguous([.. ranked.Take(MostCandidates)]);
    }

    private static Dictionary<string, NamedEntity[]> Group(IEnumerable<(string Key, NamedEntity Entity)> pairs, StringComparer comparer) =>
        pairs.Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, pair => pair.Entity, comparer)
            .ToDictionary(group => group.Key, group => group.ToArray(), comparer);
}
