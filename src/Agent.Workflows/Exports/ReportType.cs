namespace PromptLab.Workflows.Exports;

public enum ReportType
{
    /// <summary>Aggregated by offer, partner or country.</summary>
    Stats,

    /// <summary>One row per conversion.</summary>
    Conversions,

    /// <summary>Rejected, invalid and throttled conversions with their reasons.</summary>
    Fraud,

    /// <summary>Throttled conversions by sub id, partner and offer.</summary>
    Scrub,

    /// <summary>The period against the one before.</summary>
    Variance,
}
