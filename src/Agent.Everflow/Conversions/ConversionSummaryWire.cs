namespace PromptLab.Everflow.Conversions;

internal sealed class ConversionSummaryWire
{
    public long? Total { get; set; }

    public long Pending { get; set; }

    public long Approved { get; set; }

    public long Invalid { get; set; }

    public long RejectedScrub { get; set; }

    public long RejectedManual { get; set; }

    public decimal Payout { get; set; }

    public decimal Revenue { get; set; }

    public decimal GrossSales { get; set; }

    public bool HasMultiCurrencies { get; set; }

    public decimal AvgClickToCvTime { get; set; }

    public ConversionSummary ToSummary() => new(
        Total ?? throw new System.Text.Json.JsonException("The reply has no total."),
        Pending,
        Approved,
        Invalid,
        RejectedScrub,
        RejectedManual,
        Payout,
        Revenue,
        GrossSales,
        HasMultiCurrencies,
        TimeSpan.FromSeconds((double)AvgClickToCvTime));
}
