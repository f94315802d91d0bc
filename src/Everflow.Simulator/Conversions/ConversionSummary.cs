using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>Counts by status and sums over all conversions of a request; times in seconds.</summary>
internal sealed record ConversionSummary(
    int Total,
    int Pending,
    int Approved,
    int Invalid,
    int RejectedScrub,
    int RejectedManual,
    decimal Payout,
    decimal Revenue,
    decimal GrossSales,
    bool HasMultiCurrencies,
    long AvgClickToCvTime)
{
    public static ConversionSummary Of(SimulatedNetwork network, IEnumerable<List<ConversionFact>> days)
    {
        var counts = new int[4];
        int total = 0, scrubbed = 0;
        long payout = 0, revenue = 0, sales = 0, seconds = 0;
        foreach (var fact in days.SelectMany(facts => facts))
        {
            var outcome = fact.Outcome;
            total++;
            counts[(int)outcome.Status]++;
            if (outcome is { IsScrub: true, Status: ConversionStatus.Rejected }) scrubbed++;
            payout += outcome.PayoutCents;
            revenue += outcome.RevenueCents;
            if (outcome.Status == ConversionStatus.Approved) sales += outcome.SaleCents;
            seconds += ConversionTiming.DeltaSeconds(network.Traffic.Streams[fact.Key.Stream], fact);
        }
        return new ConversionSummary(
            total, counts[(int)ConversionStatus.Pending], counts[(int)ConversionStatus.Approved], counts[(int)ConversionStatus.Invalid], scrubbed,
            counts[(int)ConversionStatus.Rejected] - scrubbed, payout / 100m, revenue / 100m, sales / 100m, false, total == 0 ? 0 : seconds / total);
    }
}
