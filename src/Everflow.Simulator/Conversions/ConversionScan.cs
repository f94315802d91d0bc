using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Reports;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>Walks the conversions that a request asks for, newest day first, one day in memory at a time.</summary>
internal sealed class ConversionScan(SimulatedNetwork network, StreamSelection selection, ConversionChanges changes)
{
    /// <summary>The days of a request with their facts in no order. The list is used again for the next day.</summary>
    public IEnumerable<(TrafficDay Day, List<ConversionFact> Facts)> Days(ConversionRequest request)
    {
        var window = TrafficWindow.Create(network, request.Period.From, request.Period.To, request.Period.Zone, TimeColumn.None);
        var streams = request.Keys is null ? selection.Select(request.Query) : [.. request.Keys.Select(key => key.Stream).Distinct()];
        var decided = changes.Visible();
        var facts = new List<ConversionFact>();
        foreach (var day in window.Days.Reverse())
        {
            facts.Clear();
            foreach (var stream in streams) AddDay(stream, day, decided, request, facts);
            yield return (day, facts);
        }
    }

    /// <summary>One conversion or event with its day; null when it does not exist or has not happened yet.</summary>
    public (TrafficDay Day, ConversionFact Fact)? Find(ConversionKey key)
    {
        if (key.Stream >= network.Traffic.Streams.Length || key.Day > network.Today.DayNumber) return null;
        var date = DateOnly.FromDayNumber(key.Day);
        var window = TrafficWindow.Create(network, date, date, network.TimeZone, TimeColumn.None);
        var facts = new List<ConversionFact>();
        foreach (var day in window.Days)
        {
            AddDay(key.Stream, day, changes.Visible(), null, facts);
            foreach (var fact in facts)
                if (fact.Key == key) return (day, fact);
        }
        return null;
    }

    private void AddDay(int index, TrafficDay day, DecidedConversions decided, ConversionRequest? request, List<ConversionFact> facts)
    {
        ref readonly var stream = ref network.Traffic.Streams[index];
        if (!DayTraffic.TryCount(stream, day, out var counts) || counts.Conversions == 0) return;
        var offer = network.Offers[stream.OfferId];
        if (day.Number > network.LastDayOf(offer)) return;
        var phase = DayTraffic.ConversionPhase(counts.Hash);
        foreach (var share in day.Shares)
        {
            var end = DayShare.Before(share.To, counts.Conversions, phase);
            for (var number = DayShare.Before(share.From, counts.Conversions, phase); number < end; number++)
            {
                var key = new ConversionKey(index, day.Number, number, false);
                var hash = DayTraffic.ConversionHash(counts.Hash, number);
                var born = ConversionFate.Of(offer, stream.Quality, hash);
                var moment = (number + phase) / counts.Conversions;
                Add(new ConversionFact(key, moment, hash, decided.Apply(key, offer, born)));
                if (!born.HasEvent) continue;
                key = key with { IsEvent = true };
                Add(new ConversionFact(key, moment, hash, EventOf(offer, decided.OfEvent(key))));
            }
        }

        void Add(in ConversionFact fact)
        {
            if (request is null || request.Accepts(fact)) facts.Add(fact);
        }
    }

    private static ConversionOutcome EventOf(Offers.Offer offer, ConversionStatus status)
    {
        var (payout, revenue) = status == ConversionStatus.Approved ? ConversionFate.EventWorth(offer) : (0, 0);
        return new ConversionOutcome(status, status == ConversionStatus.Rejected ? ConversionError.ManuallyRejected : 0, false, payout, revenue, 0, false);
    }
}
