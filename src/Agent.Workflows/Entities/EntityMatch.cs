namespace PromptLab.Workflows.Entities;

/// <summary>What a text means among the names of one kind.</summary>
public abstract record EntityMatch
{
    private EntityMatch()
    {
    }

    /// <summary>One clear winner. For writes only when <see cref="RankedEntity.IsCertain"/>.</summary>
    public sealed record Found(RankedEntity Entity) : EntityMatch;

    /// <summary>Several fit about equally, best first: ask.</summary>
    public sealed record Ambiguous(IReadOnlyList<RankedEntity> Candidates) : EntityMatch;

    /// <summary>Nothing fits well; the nearest may be empty.</summary>
    public sealed record NotFound(IReadOnlyList<RankedEntity> Nearest) : EntityMatch;
}
