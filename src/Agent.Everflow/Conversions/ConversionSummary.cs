namespace PromptLab.Everflow.Conversions;

/// <summary>Counts by status and sums over the whole range.</summary>
/// <param name="RejectedByThrottle">Rejected because throttled (<c>rejected_scrub</c>).</param>
/// <param name="RejectedByHand">Rejected by a person (<c>rejected_manual</c>).</param>
/// <param name="HasSeveralCurrencies">The sums mix currencies and must not be shown as one amount.</param>
public sealed record ConversionSummary(
    long Total,
    long Pending,
    long Approved,
    long Invalid,
    long RejectedByThrottle,
    long RejectedByHand,
    decimal Payout,
    decimal Revenue,
    decimal GrossSales,
    bool HasSeveralCurrencies,
    TimeSpan AverageClickToConversion);
