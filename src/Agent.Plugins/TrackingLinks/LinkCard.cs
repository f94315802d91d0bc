using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>A <c>link</c> card.</summary>
internal static class LinkCard
{
    public static Card Of(PartnerLinkRequest request, string url, bool approved) => new("link", new JsonObject
    {
        ["url"] = url,
        ["partner"] = Entity(request.PartnerId, request.PartnerName),
        ["offer"] = Entity(request.OfferId, request.OfferName),
        ["landing_page"] = request.LandingPageId is { } page ? Entity(page, request.LandingPageName ?? "") : null,
        ["subs"] = new JsonObject(request.Subs.Select(sub => KeyValuePair.Create(sub.Key, (JsonNode?)sub.Value))),
        ["approved"] = approved,
        ["revoke"] = approved ? LinkWords.Revoke(request) : null,
    });

    private static JsonObject Entity(int id, string name) => new() { ["id"] = id, ["name"] = name };
}
