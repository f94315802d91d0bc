namespace PromptLab.Workflows.Statistics;

/// <summary>Ratios are computed from sums; without a base there is none.</summary>
public static class Ratio
{
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    /// <summary>The relative change from <paramref name="before"/> to <paramref name="now"/>: 0.25 for a quarter more; null when there was nothing before.</summary>
    public static decimal? Change(decimal before, decimal now) => before == 0 ? null : (now - before) / Math.Abs(before);
}
