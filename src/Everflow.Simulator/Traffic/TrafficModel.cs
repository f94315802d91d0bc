using System.Collections.Frozen;

namespace PromptLab.Simulator.Traffic;

/// <summary>All streams, sorted by offer and partner, with an index for either.</summary>
internal sealed class TrafficModel
{
    private readonly FrozenDictionary<int, (int First, int End)> _byOffer;
    private readonly FrozenDictionary<int, int[]> _byPartner;

    public TrafficModel(IEnumerable<TrafficStream> streams)
    {
        Streams = [.. streams.OrderBy(stream => stream.OfferId).ThenBy(stream => stream.PartnerId)];
        _byOffer = Streams.Index().GroupBy(entry => entry.Item.OfferId)
            .ToFrozenDictionary(group => group.Key, group => (group.First().Index, group.First().Index + group.Count()));
        _byPartner = Streams.Index().GroupBy(entry => entry.Item.PartnerId)
            .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Index).ToArray());
    }

    public TrafficStream[] Streams { get; }

    public IEnumerable<int> OfOffer(int offerId) =>
        _byOffer.TryGetValue(offerId, out var range) ? Enumerable.Range(range.First, range.End - range.First) : [];

    public IEnumerable<int> OfPartner(int partnerId) => _byPartner.GetValueOrDefault(partnerId, []);
}
