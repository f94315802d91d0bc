using System.Globalization;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Offers;

/// <summary>The main search: terms must all be contained, values of one filter are alternatives, different filters must all hold.</summary>
internal sealed class OfferSearch(SimulatedNetwork network, WireBody body)
{
    private readonly IReadOnlyList<(string? Type, string? Value)> _terms =
        [.. body.Objects("search_terms").Select(term => (term.Text("search_type"), term.Text("value")))];

    private readonly string? _status = body.Object("filters").Text("offer_status");
    private readonly IReadOnlyList<int> _advertisers = body.Object("filters").Numbers("network_advertiser_ids");
    private readonly IReadOnlyList<int> _categories = body.Object("filters").Numbers("network_category_ids");
    private readonly IReadOnlyList<string> _visibilities = body.Object("filters").Texts("visibilities");
    private readonly IReadOnlyList<string> _labels = body.Object("filters").Texts("labels");

    public bool Accepts(Offer offer) =>
        _terms.All(term => Holds(offer, term.Type, term.Value))
        && (_status is null || _status == WireJson.Word(network.StatusOf(offer)))
        && (_advertisers.Count == 0 || _advertisers.Contains(offer.AdvertiserId))
        && (_categories.Count == 0 || _categories.Contains(offer.Category.Id))
        && (_visibilities.Count == 0 || _visibilities.Contains(WireJson.Word(offer.Visibility)))
        && (_labels.Count == 0 || _labels.Any(offer.Labels.Contains));

    /// <summary>A term without a known type or a value is ignored, as malformed filters are.</summary>
    private bool Holds(Offer offer, string? type, string? value) => (type, value) switch
    {
        (_, null or "") => true,
        ("name", _) => offer.Name.Contains(value, StringComparison.OrdinalIgnoreCase) || offer.Id.ToString(CultureInfo.InvariantCulture) == value.Trim(),
        ("encoded_value", _) => TrackingLinks.TrackingCode.Of(offer.Id) == value,
        ("advertiser_name", _) => network.Advertisers[offer.AdvertiserId].Name.Contains(value, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
