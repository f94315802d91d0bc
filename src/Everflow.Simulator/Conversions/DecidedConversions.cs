using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>The hand-made decisions that one report takes into account.</summary>
internal sealed class DecidedConversions(Dictionary<ConversionKey, ConversionStatus> decisions)
{
    private readonly HashSet<int> _streams = [.. decisions.Keys.Select(key => key.Stream)];

    public bool Touch(int stream) => _streams.Contains(stream);

    public ConversionOutcome Apply(ConversionKey key, Offer offer, ConversionOutcome outcome) =>
        decisions.TryGetValue(key, out var status) ? ConversionFate.Decided(offer, outcome, status) : outcome;

    /// <summary>Whether an event still counts; events are born approved.</summary>
    public ConversionStatus OfEvent(ConversionKey key) => decisions.GetValueOrDefault(key, ConversionStatus.Approved);
}
