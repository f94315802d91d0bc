using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>Why there is no link, and what would help. Nothing was changed in any of these cases.</summary>
internal static class LinkRefusalText
{
    public static ToolProblem Problem(PartnerLinkRequest request, LinkRefusal reason) =>
        new(Code(reason), $"{Of(request, reason)} No link was made, and nothing was changed.", []);

    public static string Code(LinkRefusal reason) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    /// <summary>Markdown.</summary>
    public static string Of(PartnerLinkRequest request, LinkRefusal reason)
    {
        var (partner, offer) = (LinkWords.Partner(request), LinkWords.Offer(request));
        return reason switch
        {
            LinkRefusal.PartnerNotFound => $"Everflow has no partner with the id {request.PartnerId} any more.",
            LinkRefusal.PartnerInactive => $"{partner} is inactive. Activate the partner in Everflow first.",
            LinkRefusal.PartnerBlocked => $"{partner} is blocked (suspended). Whoever blocked the partner has to lift that in Everflow first.",
            LinkRefusal.PartnerPending => $"{partner} is not admitted to the network yet (pending). Decide on the sign-up in Everflow first.",
            LinkRefusal.PartnerUnclear => $"{partner} is in a state that I do not know. Please look at the partner in Everflow.",
            LinkRefusal.OfferNotFound => $"Everflow has no offer with the id {request.OfferId} any more.",
            LinkRefusal.OfferPaused => $"{offer} is paused. Activate the offer in Everflow first, or choose another one.",
            LinkRefusal.OfferDeleted => $"{offer} is deleted. Please choose another offer.",
            LinkRefusal.OfferPending => $"{offer} is not live yet (pending). Activate the offer in Everflow first, or choose another one.",
            LinkRefusal.OfferUnclear => $"{offer} is in a state that I do not know. Please look at the offer in Everflow.",
            LinkRefusal.PageNotFound => $"Landing page {request.LandingPageId} is not one of {offer}. Choose a page of this offer, or leave it out.",
            _ => $"Landing page {request.LandingPageId} is not active. Choose another page of {offer}, or leave it out.",
        };
    }
}
