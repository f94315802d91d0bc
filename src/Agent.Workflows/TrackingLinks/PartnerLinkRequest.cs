namespace PromptLab.Workflows.TrackingLinks;

/// <summary>A tracking link for a partner on an offer.</summary>
/// <param name="Subs">sub1 to sub5 that were given, by name.</param>
/// <param name="Unconfirmed">
/// Entities that were neither named by id nor by their whole name, as <c>Summer Promo 2024 (1001)</c>. Nothing is created
/// while there are any: a person must name them first.
/// </param>
public sealed record PartnerLinkRequest(
    int PartnerId,
    string PartnerName,
    int OfferId,
    string OfferName,
    int? LandingPageId,
    IReadOnlyDictionary<string, string> Subs,
    IReadOnlyList<string> Unconfirmed)
{
    /// <summary>Null with the offer's own destination.</summary>
    public string? LandingPageName { get; init; }
}
