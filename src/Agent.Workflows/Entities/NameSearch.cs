namespace PromptLab.Workflows.Entities;

/// <summary>What a look-up found.</summary>
/// <param name="Hits">Names that answer the words, best first; then those that hold them inside a word.</param>
/// <param name="Nearest">Without hits: what comes close.</param>
public sealed record NameSearch(IReadOnlyList<RankedEntity> Hits, IReadOnlyList<RankedEntity> Nearest)
{
    private const int MostNearest = 5;
    private const double Substring = 0.5;

    internal static NameSearch Of(EntityKind kind, NameRanking names, string query, IReadOnlyList<NamedEntity> found)
    {
        if (NameRanking.ReadId(query, kind) is { } id && (names.Find(id) ?? found.FirstOrDefault(entity => entity.Id == id)) is { } named)
        {
            return new NameSearch([new RankedEntity(named.Id, named.Name, 1, MatchKind.Id)], []);
        }

        var ranked = names.Rank(query, int.MaxValue);
        RankedEntity[] good = [.. ranked.Where(entity => entity.Score >= Candidate.Good)];
        var hits = good.Concat(found.Where(entity => Holds(entity.Name, query)).ExceptBy(good.Select(entity => entity.Id), entity => entity.Id)
            .Select(entity => new RankedEntity(entity.Id, entity.Name, Substring, MatchKind.Contained)));
        return new NameSearch([.. hits], good.Length > 0 ? [] : [.. ranked.Take(MostNearest)]);
    }

    private static bool Holds(string name, string query) => name.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase);
}
