using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Conversions;

/// <summary>Cuts one page out of all conversions of a request, newest first, and counts them all.</summary>
internal static class ConversionPages
{
    public static (List<(TrafficDay Day, ConversionFact Fact)> Rows, int Total) Cut(IEnumerable<(TrafficDay Day, List<ConversionFact> Facts)> days, PageRequest page)
    {
        var rows = new List<(TrafficDay, ConversionFact)>();
        long passed = 0;
        foreach (var (day, facts) in days)
        {
            var skip = page.Skipped + rows.Count - passed;
            if (rows.Count < page.Size && skip < facts.Count)
                rows.AddRange(NewestFirst(facts).Skip((int)skip).Take(page.Size - rows.Count).Select(fact => (day, fact)));
            passed += facts.Count;
        }
        return (rows, (int)passed);
    }

    public static List<ConversionFact> NewestFirst(List<ConversionFact> facts)
    {
        facts.Sort((one, other) =>
        {
            var byTime = other.Moment.CompareTo(one.Moment);
            if (byTime != 0) return byTime;
            var byStream = one.Key.Stream.CompareTo(other.Key.Stream);
            return byStream != 0 ? byStream : one.Key.IsEvent.CompareTo(other.Key.IsEvent);
        });
        return facts;
    }
}
