namespace PromptLab.Workflows.AlertRules;

/// <summary>From where on a finding counts; what is missing is as the check's own default.</summary>
public sealed record AlertThresholds
{
    /// <summary>Default pages: more clicks than this, 50 by default.</summary>
    public int? Clicks { get; init; }

    /// <summary>Default pages: words in the names of landing pages, <c>default</c> and <c>fallback</c> by default.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Paused partners: full days that are compared, 3 by default.</summary>
    public int? AnalysisDays { get; init; }

    /// <summary>Paused partners: a larger drop than this, 50 % by default.</summary>
    public decimal? DropPercent { get; init; }

    /// <summary>Paused partners: revenue of the earlier days, 100 by default.</summary>
    public decimal? MinRevenue { get; init; }

    /// <summary>Paused partners: as many conversions of the earlier days do as well; without it only revenue counts.</summary>
    public int? MinConversions { get; init; }

    /// <summary>Paused partners: younger ones are left out, 14 days by default.</summary>
    public int? MinPartnerAgeDays { get; init; }

    internal AlertThresholds Over(AlertThresholds before) => new()
    {
        Clicks = Clicks ?? before.Clicks,
        Keywords = Keywords ?? before.Keywords,
        AnalysisDays = AnalysisDays ?? before.AnalysisDays,
        DropPercent = DropPercent ?? before.DropPercent,
        MinRevenue = MinRevenue ?? before.MinRevenue,
        MinConversions = MinConversions ?? before.MinConversions,
        MinPartnerAgeDays = MinPartnerAgeDays ?? before.MinPartnerAgeDays,
    };
}
