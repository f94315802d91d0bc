namespace PromptLab.Simulator.Reports;

/// <summary>Sums of one row; money in cents of the euro.</summary>
internal struct ReportMetrics
{
    public long Impressions;
    public long Unique;
    public long Duplicate;
    public long Invalid;
    public long Conversions;
    public long Scrubbed;
    public long Events;
    public long PayoutCents;
    public long RevenueCents;
    public long EventRevenueCents;
    public long SalesCents;

    public readonly long TotalClicks => Unique + Duplicate;
    public readonly long GrossClicks => TotalClicks + Invalid;
    public readonly bool IsEmpty => Impressions == 0 && GrossClicks == 0 && Conversions == 0 && Scrubbed == 0 && Events == 0;

    public void Add(in ReportMetrics other)
    {
        Impressions += other.Impressions;
        Unique += other.Unique;
        Duplicate += other.Duplicate;
        Invalid += other.Invalid;
        Conversions += other.Conversions;
        Scrubbed += other.Scrubbed;
        Events += other.Events;
        PayoutCents += other.PayoutCents;
        RevenueCents += other.RevenueCents;
        EventRevenueCents += other.EventRevenueCents;
        SalesCents += other.SalesCents;
    }
}
