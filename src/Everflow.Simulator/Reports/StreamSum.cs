using PromptLab.Simulator.Conversions;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Reports;

/// <summary>Adds a stream's days into the buckets of a window.</summary>
internal sealed class StreamSum(SimulatedNetwork network, TrafficWindow window, DecidedConversions decided)
{
    public void Add(int index, ReportMetrics[] buckets)
    {
        ref readonly var stream = ref network.Traffic.Streams[index];
        var offer = network.Offers[stream.OfferId];
        var (payout, revenue) = ConversionFate.EventWorth(offer);
        var lastDay = network.LastDayOf(offer);
        var touched = decided.Touch(index);
        foreach (var day in window.Days)
        {
            if (day.Number > lastDay) break;
            if (!DayTraffic.TryCount(stream, day, out var counts)) continue;
            foreach (var share in day.Shares)
            {
                ref var sum = ref buckets[share.Bucket];
                var (first, end) = AddClicks(ref sum, share, counts);
                for (var number = first; number < end; number++)
                {
                    var outcome = ConversionFate.Of(offer, stream.Quality, DayTraffic.ConversionHash(counts.Hash, number));
                    var eventCounts = outcome.HasEvent;
                    if (touched) (outcome, eventCounts) = Decide(new ConversionKey(index, day.Number, number, false), offer, outcome);
                    AddConversion(ref sum, outcome);
                    if (eventCounts) AddEvent(ref sum, payout, revenue);
                }
            }
        }
    }

    private (ConversionOutcome Outcome, bool EventCounts) Decide(ConversionKey key, Offer offer, ConversionOutcome outcome) =>
        (decided.Apply(key, offer, outcome), outcome.HasEvent && decided.OfEvent(key with { IsEvent = true }) == ConversionStatus.Approved);

    private static (int First, int End) AddClicks(ref ReportMetrics sum, in DayShare share, in DayCounts counts)
    {
        if (share.IsWholeDay)
        {
            sum.Impressions += counts.Impressions;
            sum.Unique += counts.Unique;
            sum.Duplicate += counts.Duplicate;
            sum.Invalid += counts.Invalid;
            return (0, counts.Conversions);
        }
        var phase = DayTraffic.ClickPhase(counts.Hash);
        sum.Impressions += share.Of(counts.Impressions, phase);
        sum.Unique += share.Of(counts.Unique, phase);
        sum.Duplicate += share.Of(counts.Duplicate, phase);
        sum.Invalid += share.Of(counts.Invalid, phase);
        var conversionPhase = DayTraffic.ConversionPhase(counts.Hash);
        return (DayShare.Before(share.From, counts.Conversions, conversionPhase), DayShare.Before(share.To, counts.Conversions, conversionPhase));
    }

    private static void AddConversion(ref ReportMetrics sum, in ConversionOutcome outcome)
    {
        if (outcome.IsScrub) sum.Scrubbed++;
        if (outcome.Status != ConversionStatus.Approved) return;
        sum.Conversions++;
        sum.PayoutCents += outcome.PayoutCents;
        sum.RevenueCents += outcome.RevenueCents;
        sum.SalesCents += outcome.SaleCents;
    }

    private static void AddEvent(ref ReportMetrics sum, int payoutCents, int revenueCents)
    {
        sum.Events++;
        sum.PayoutCents += payoutCents;
        sum.RevenueCents += revenueCents;
        sum.EventRevenueCents += revenueCents;
    }
}
