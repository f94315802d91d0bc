namespace PromptLab.Everflow.Reports;

/// <summary>The additive figures of a report row; ratios are left out because they are computed from sums, never summed.</summary>
public readonly record struct ReportMetrics
{
    public long Impressions { get; init; }

    /// <summary>The API's <c>total_click</c>: unique and duplicate clicks, without invalid ones.</summary>
    public long Clicks { get; init; }

    public long UniqueClicks { get; init; }

    public long InvalidClicks { get; init; }

    public long DuplicateClicks { get; init; }

    /// <summary>All clicks, invalid ones too.</summary>
    public long GrossClicks { get; init; }

    /// <summary>Base conversions (<c>cv</c>), without events and view-through conversions.</summary>
    public long Conversions { get; init; }

    /// <summary>Throttled conversions (<c>invalid_cv_scrub</c>).</summary>
    public long ScrubbedConversions { get; init; }

    public long ViewThroughConversions { get; init; }

    /// <summary>Base and view-through conversions.</summary>
    public long TotalConversions { get; init; }

    public long Events { get; init; }

    /// <summary>To the partner.</summary>
    public decimal Payout { get; init; }

    /// <summary>From the advertiser.</summary>
    public decimal Revenue { get; init; }

    public decimal GrossSales { get; init; }

    public decimal Profit => Revenue - Payout;

    public static ReportMetrics operator +(ReportMetrics left, ReportMetrics right) => new()
    {
        Impressions = left.Impressions + right.Impressions,
        Clicks = left.Clicks + right.Clicks,
        UniqueClicks = left.UniqueClicks + right.UniqueClicks,
        InvalidClicks = left.InvalidClicks + right.InvalidClicks,
        DuplicateClicks = left.DuplicateClicks + right.DuplicateClicks,
        GrossClicks = left.GrossClicks + right.GrossClicks,
        Conversions = left.Conversions + right.Conversions,
        ScrubbedConversions = left.ScrubbedConversions + right.ScrubbedConversions,
        ViewThroughConversions = left.ViewThroughConversions + right.ViewThroughConversions,
        TotalConversions = left.TotalConversions + right.TotalConversions,
        Events = left.Events + right.Events,
        Payout = left.Payout + right.Payout,
        Revenue = left.Revenue + right.Revenue,
        GrossSales = left.GrossSales + right.GrossSales,
    };

    /// <summary>The same as <c>+</c>, for languages and lambdas that want a name.</summary>
    public static ReportMetrics Add(ReportMetrics left, ReportMetrics right) => left + right;
}
