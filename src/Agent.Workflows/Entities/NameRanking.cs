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
    private readonly CertainNames _certain;
    private readonly WordRanking _words;

    public NameRanking(EntityKind kind, IEnumerable<NamedEntity> entities)
    {
        _kind = kind;
        _certain = new CertainNames(kind, entities);
        _words = new WordRanking(_certain.Entities, _certain.Words);
    }

    public IReadOnlyList<NamedEntity> Entities => _certain.Entities;

    public NamedEntity? Find(int id) => _certain.Find(id);

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
        if (_certain.Match(text) is { } certain)
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
        if (_certain.Match(text) is EntityMatch.Found { Entity: { How: MatchKind.Id } entity })
        {
            return [entity];
        }

        var words = NameText.Words(text, dropPossessive: true);
        var required = Required(words);
        return [.. _words.Rank(required.Length > 0 ? required : words).Take(limit).Select(candidate => candidate.Entity)];
    }

    private EntityMatch Decide(string[] words, string text)
    {
        var required = Required(words);
        var ranked = _words.Rank(required);
        if (ranked is not [{ Entity.How: MatchKind.Contained }, ..] && _words.ByInitials(required, text) is { Length: > 0 } initials)
        {
            return CertainNames.Same(initials, MatchKind.Initials);
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
}
