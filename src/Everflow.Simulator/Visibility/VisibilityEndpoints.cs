using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Visibility;

internal static class VisibilityEndpoints
{
    public static void MapVisibility(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/offers/{id:int}/visibility", OfOffer);
        networks.MapPut("/offers/{id:int}/visibility", ReplaceAsync);
        networks.MapGet("/offervisibility", All);
        networks.MapPatch("/affiliates/{id:int}/offers/visibility", SetAsync);
    }

    private static Ok<VisibilityPayload> OfOffer(SimulatedNetwork network, int id) =>
        network.Offers.ContainsKey(id) ? TypedResults.Ok(VisibilityPayload.Of(id, network.Visibility)) : throw RefusedException.NotFound();

    private static Ok<VisibilityListReply> All(SimulatedNetwork network) =>
        TypedResults.Ok(new VisibilityListReply([.. network.OfferList.Select(offer => VisibilityPayload.Of(offer.Id, network.Visibility))]));

    /// <summary>Sets one partner on some offers and leaves every other partner alone.</summary>
    private static async Task<Ok<ResultReply>> SetAsync(SimulatedNetwork network, int id, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        if (!network.Partners.ContainsKey(id)) throw RefusedException.NotFound();
        var offers = body.Numbers("network_offer_ids");
        if (offers.Count == 0) throw RefusedException.BadRequest("network_offer_ids is required");
        if (!offers.All(network.Offers.ContainsKey)) throw RefusedException.BadRequest("network_offer_ids holds an unknown offer");
        var setting = Setting(body, "visibility_type");
        foreach (var offer in offers) network.Visibility.Set(offer, id, setting);
        return TypedResults.Ok(ResultReply.Done);
    }

    private static async Task<Ok<VisibilityPayload>> ReplaceAsync(SimulatedNetwork network, int id, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        if (!network.Offers.ContainsKey(id)) throw RefusedException.NotFound();
        network.Visibility.Replace(id, body.Numbers("network_affiliate_ids"), Setting(body, "set_type"));
        return TypedResults.Ok(VisibilityPayload.Of(id, network.Visibility));
    }

    private static PartnerVisibility Setting(WireBody body, string name) =>
        WireJson.TryWord(body.Text(name), out PartnerVisibility setting) ? setting : throw RefusedException.BadRequest($"{name} must be visible, hidden or rejected");

    private sealed record VisibilityListReply(IReadOnlyList<VisibilityPayload> Visibility);
}
