namespace PromptLab.Workflows.TrackingLinks;

/// <summary>A link that was made, as callers of the workflow get it.</summary>
/// <param name="Url">The network's own, as given.</param>
/// <param name="Subs">sub1 to sub5 that it carries.</param>
/// <param name="Approved">Whether the partner was approved for it, rather than being allowed already.</param>
public sealed record PartnerLink(
    string Url, int PartnerId, string PartnerName, int OfferId, string OfferName, int? LandingPageId, string? LandingPageName,
    IReadOnlyDictionary<string, string> Subs, bool Approved)
{
    public static PartnerLink Of(PartnerLinkRequest request, string url, bool approved) => new(
        url, request.PartnerId, request.PartnerName, request.OfferId, request.OfferName, request.LandingPageId, request.LandingPageName,
        request.Subs, approved);
}
