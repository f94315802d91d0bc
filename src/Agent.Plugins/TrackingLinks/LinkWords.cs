using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>How the answers about a link call its parts. Markdown, unless it says plain.</summary>
internal static class LinkWords
{
    public static string Partner(PartnerLinkRequest request) => MarkdownText.Escape(PlainPartner(request));

    public static string Offer(PartnerLinkRequest request) => MarkdownText.Escape(PlainOffer(request));

    public static string PlainPartner(PartnerLinkRequest request) => EntityArgument.Title(request.PartnerId, request.PartnerName);

    public static string PlainOffer(PartnerLinkRequest request) => EntityArgument.Title(request.OfferId, request.OfferName);

    public static string? PlainPage(PartnerLinkRequest request) =>
        request.LandingPageId is { } id ? EntityArgument.Title(id, request.LandingPageName ?? "landing page") : null;

    /// <summary>The request as a sentence that asks for it again. Plain text.</summary>
    public static string Again(PartnerLinkRequest request)
    {
        var page = request.LandingPageId is { } id ? $", landing page {id}" : "";
        var subs = string.Concat(request.Subs.Select(sub => $", {sub.Key}={sub.Value}"));
        return $"tracking link for partner {request.PartnerId} on offer {request.OfferId}{page}{subs}";
    }

    public static ToolChoice AskAgain(PartnerLinkRequest request) => new("Ask for the link again", Again(request));

    /// <summary>How an approval is taken back. Plain text.</summary>
    public static string Revoke(PartnerLinkRequest request) =>
        $"In Everflow, open offer {request.OfferId}, Partner visibility, and set partner {request.PartnerId} to hidden.";
}
