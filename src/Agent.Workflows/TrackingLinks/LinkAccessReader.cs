using PromptLab.Everflow.Applications;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>Reads the network's present state for a link; nothing of it comes from a cache.</summary>
public sealed class LinkAccessReader(
    PartnersClient partners, OffersClient offers, VisibilityClient visibility, LandingPagesClient pages, ApplicationsClient applications)
{
    /// <exception cref="Everflow.EverflowException">The network did not answer as it should.</exception>
    public async Task<LinkReading> ReadAsync(PartnerLinkRequest request, CancellationToken cancellationToken)
    {
        var partner = partners.FindAsync(request.PartnerId, cancellationToken);
        var offer = offers.FindAsync(request.OfferId, cancellationToken);
        var settings = visibility.GetAsync(request.OfferId, cancellationToken);
        var page = request.LandingPageId is { } id ? pages.FindAsync(id, cancellationToken) : Task.FromResult<LandingPage?>(null);
        await Task.WhenAll(partner, offer, settings, page);
        return Refuse(request, await partner, await offer, await settings, await page) is { } reason
            ? new LinkReading.Refused(reason)
            : new LinkReading.Ready(await WithApplicationAsync(new LinkAccess((await partner)!, (await offer)!, (await settings)!, await page, null), cancellationToken));
    }

    private static LinkRefusal? Refuse(PartnerLinkRequest request, Partner? partner, Offer? offer, OfferPartners? settings, LandingPage? page) =>
        OfPartner(partner)
        ?? OfOffer(offer)
        ?? (settings is null ? LinkRefusal.OfferNotFound : (LinkRefusal?)null)
        ?? (request.LandingPageId is null ? null : OfPage(page, request.OfferId));

    private static LinkRefusal? OfPartner(Partner? partner) => partner?.Status switch
    {
        null => LinkRefusal.PartnerNotFound,
        PartnerStatus.Active => null,
        PartnerStatus.Inactive => LinkRefusal.PartnerInactive,
        PartnerStatus.Suspended => LinkRefusal.PartnerBlocked,
        PartnerStatus.Pending => LinkRefusal.PartnerPending,
        _ => LinkRefusal.PartnerUnclear,
    };

    private static LinkRefusal? OfOffer(Offer? offer) => offer?.Status switch
    {
        null => LinkRefusal.OfferNotFound,
        OfferStatus.Active => null,
        OfferStatus.Paused => LinkRefusal.OfferPaused,
        OfferStatus.Deleted => LinkRefusal.OfferDeleted,
        OfferStatus.Pending => LinkRefusal.OfferPending,
        _ => LinkRefusal.OfferUnclear,
    };

    private static LinkRefusal? OfPage(LandingPage? page, int offerId) =>
        page?.OfferId != offerId ? LinkRefusal.PageNotFound
        : page.Status != LandingPageStatus.Active ? LinkRefusal.PageInactive
        : null;

    /// <summary>Only who decides on an approval needs to know of an application.</summary>
    private async Task<LinkAccess> WithApplicationAsync(LinkAccess access, CancellationToken cancellationToken)
    {
        if (access.IsVisible)
        {
            return access;
        }

        var open = await applications.ListAsync(new ApplicationQuery(access.Partner.Id, access.Offer.Id, ApplicationStatus.Pending), cancellationToken);
        return access with { ApplicationId = open.Count > 0 ? open[0].Id : null };
    }
}
