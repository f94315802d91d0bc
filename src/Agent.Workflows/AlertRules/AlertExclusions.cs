namespace PromptLab.Workflows.AlertRules;

/// <summary>What is never reported.</summary>
public sealed record AlertExclusions
{
    /// <summary>Ids.</summary>
    public IReadOnlyList<int>? Partners { get; init; }

    /// <summary>Ids; default pages only.</summary>
    public IReadOnlyList<int>? Offers { get; init; }

    /// <summary>Whole names; default pages only.</summary>
    public IReadOnlyList<string>? LandingPages { get; init; }

    internal AlertExclusions Over(AlertExclusions before) => new()
    {
        Partners = Partners ?? before.Partners,
        Offers = Offers ?? before.Offers,
        LandingPages = LandingPages ?? before.LandingPages,
    };
}
