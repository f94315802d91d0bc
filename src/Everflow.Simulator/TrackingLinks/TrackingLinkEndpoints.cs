using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.TrackingLinks;

internal static class TrackingLinkEndpoints
{
    private static readonly string[] Parameters = ["source_id", "sub1", "sub2", "sub3", "sub4", "sub5"];

    public static void MapTrackingLinks(this IEndpointRouteBuilder networks) => networks.MapPost("/tracking/offers/clicks", CreateAsync);

    private static async Task<Ok<TrackingLinkReply>> CreateAsync(SimulatedNetwork network, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        if (body.Number("network_offer_id") is not { } offerId) throw RefusedException.BadRequest("network_offer_id is required");
        if (body.Number("network_affiliate_id") is not { } partnerId) throw RefusedException.BadRequest("network_affiliate_id is required");
        if (!network.Offers.TryGetValue(offerId, out var offer)) throw RefusedException.BadRequest("offer not found");
        if (!network.Partners.TryGetValue(partnerId, out var partner)) throw RefusedException.BadRequest("affiliate not found");
        var pageId = body.Number("network_offer_url_id") ?? 0;
        if (pageId != 0 && !IsUsable(network, pageId, offerId)) throw RefusedException.BadRequest("offer url not found for this offer");
        if (!network.CanRun(offer, partner)) throw RefusedException.BadRequest("affiliate does not have access to this offer");
        var parameters = Parameters.Select(name => KeyValuePair.Create(name, body.Text(name) ?? "")).Where(parameter => parameter.Value.Length > 0);
        return TypedResults.Ok(new TrackingLinkReply(TrackingLink.Of(offerId, partnerId, pageId, parameters)));
    }

    private static bool IsUsable(SimulatedNetwork network, int pageId, int offerId) =>
        network.LandingPages.TryGetValue(pageId, out var page) && page.OfferId == offerId && page.Status == LandingPageStatus.Active;

    private sealed record TrackingLinkReply(string Url);
}
