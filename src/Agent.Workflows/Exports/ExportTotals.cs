namespace PromptLab.Workflows.Exports;

/// <summary>Sums, to compare what was written with what Everflow says.</summary>
/// <param name="Rows">Conversions and events of a row-level report; null where the report is aggregated.</param>
/// <param name="Clicks">Null where the report has no clicks.</param>
public sealed record ExportTotals(long? Rows, long? Clicks, long? Conversions, decimal Payout, decimal Revenue);
