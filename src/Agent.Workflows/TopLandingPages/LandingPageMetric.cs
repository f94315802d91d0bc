namespace PromptLab.Workflows.TopLandingPages;

/// <summary>Columns that are shown when asked for.</summary>
public enum LandingPageMetric
{
    /// <summary>Payout per click.</summary>
    Epc,

    /// <summary>Revenue per click.</summary>
    Rpc,
    Payout,
    Revenue,
    Profit,
}
