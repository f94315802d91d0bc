using System.Globalization;
using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Dimensions;

/// <summary>
/// The streams that a request's filters and exclusions leave: values of one type are alternatives, different types must all hold.
/// Entries of another shape or an unknown type have no effect, as on the real network.
/// </summary>
internal sealed class StreamSelection(SimulatedNetwork network, DimensionList dimensions)
{
    private const string Label = "label";

    public int[] Select(WireBody query)
    {
        var filters = Parse(query, "filters");
        var labels = Labels(query, "filters");
        var exclusions = Parse(query, "exclusions");
        var excludedLabels = Labels(query, "exclusions");
        var streams = network.Traffic.Streams;
        return
        [
            .. Candidates(filters).Where(index =>
            {
                ref readonly var stream = ref streams[index];
                return AcceptsAll(filters, stream) && !AcceptsAny(exclusions, stream)
                    && (labels.Count == 0 || Carries(stream, labels)) && (excludedLabels.Count == 0 || !Carries(stream, excludedLabels));
            }),
        ];
    }

    private IEnumerable<int> Candidates(StreamFilter[] filters)
    {
        var narrowing = Array.Find(filters, filter => filter.Column == "offer") ?? Array.Find(filters, filter => filter.Column == "affiliate");
        if (narrowing is null) return Enumerable.Range(0, network.Traffic.Streams.Length);
        var ids = narrowing.Values.Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        return narrowing.Column == "offer" ? ids.SelectMany(network.Traffic.OfOffer) : ids.SelectMany(network.Traffic.OfPartner);
    }

    private static bool AcceptsAll(StreamFilter[] filters, in TrafficStream stream)
    {
        foreach (var filter in filters)
            if (!filter.Accepts(stream)) return false;
        return true;
    }

    private static bool AcceptsAny(StreamFilter[] filters, in TrafficStream stream)
    {
        foreach (var filter in filters)
            if (filter.Accepts(stream)) return true;
        return false;
    }

    private bool Carries(in TrafficStream stream, IReadOnlySet<string> labels)
    {
        var offer = network.Offers[stream.OfferId];
        return offer.Labels.Any(labels.Contains) || network.Advertisers[offer.AdvertiserId].Labels.Any(labels.Contains)
            || network.Partners[stream.PartnerId].Labels.Any(labels.Contains);
    }

    private StreamFilter[] Parse(WireBody query, string list) =>
    [
        .. Entries(query, list)
            .GroupBy(entry => dimensions.Find(entry.Type))
            .Where(group => group.Key is not null)
            .Select(group => new StreamFilter(group.Key!, group.Select(entry => entry.Value).ToHashSet(StringComparer.OrdinalIgnoreCase))),
    ];

    private static HashSet<string> Labels(WireBody query, string list) =>
        Entries(query, list).Where(entry => entry.Type == Label).Select(entry => entry.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Type, string Value)> Entries(WireBody query, string list) =>
        from entry in query.Objects(list)
        let type = entry.Text("resource_type")
        let value = entry.Text("filter_id_value")
        where type is not null && value is not null
        select (type, value);
}
