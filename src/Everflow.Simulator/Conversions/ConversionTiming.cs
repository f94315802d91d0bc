using PromptLab.Simulator.Randomness;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>When a conversion and its click happened, and from where.</summary>
internal static class ConversionTiming
{
    private const int SharedAddresses = 6;

    public static long UnixTimeOf(TrafficDay day, in ConversionFact fact) =>
        (day.Start + day.Length * DayCurve.TimeOf(fact.Moment)).ToUnixTimeSeconds();

    /// <summary>Seconds from click to conversion: from under a minute to two days, a few seconds where something is wrong.</summary>
    public static long DeltaSeconds(in TrafficStream stream, in ConversionFact fact)
    {
        var hash = SeededHash.Mix(fact.Hash);
        var isHasty = fact.Outcome.ErrorCode == ConversionError.TooFast
            || (stream.Quality == TrafficQuality.Fraudulent && SeededHash.Unit16(hash, 16) < (fact.Outcome.Status == ConversionStatus.Approved ? 0.1f : 0.8f));
        if (isHasty) return 2 + (long)(hash & 7);
        return (long)(45 * Math.Exp(8.2 * SeededHash.Unit16(hash, 0)));
    }

    /// <summary>Address of the click: private ranges and IPv6's range for documentation, so that nobody's own one appears.</summary>
    public static string ClickAddress(in TrafficStream stream, in ConversionFact fact)
    {
        var hash = SeededHash.Of(fact.Hash, 21);
        if (stream.Quality == TrafficQuality.Fraudulent && fact.Outcome.Status != ConversionStatus.Approved)
            return $"10.66.{stream.PartnerId & 255}.{10 + hash % SharedAddresses}";
        return (hash & 3) == 0
            ? $"10.{hash >> 8 & 63}.{hash >> 16 & 255}.{hash >> 24 & 255}"
            : $"2001:db8:{hash >> 8 & 0xFFFF:x}:{hash >> 24 & 0xFFFF:x}::{hash >> 40 & 0xFFFF:x}";
    }

    /// <summary>Most conversions come from the click's address, the others from another one.</summary>
    public static string ConversionAddress(in TrafficStream stream, in ConversionFact fact)
    {
        var hash = SeededHash.Of(fact.Hash, 22);
        return hash % 8 == 0 && stream.Quality != TrafficQuality.Fraudulent ? $"2001:db8:{hash >> 8 & 0xFFFF:x}::{hash >> 24 & 0xFFFF:x}" : ClickAddress(stream, fact);
    }
}
