using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Offers;

internal static class OfferEndpoints
{
    public static void MapOffers(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/offers", List);
        networks.MapGet("/offers/{id:int}", Find);
        networks.MapPost("/offerstable", SearchAsync);
        networks.MapPost("/offers/table", SearchAsync);
    }

    private static Ok<OfferListReply> List(SimulatedNetwork network, OfferPayloads payloads, HttpRequest request)
    {
        var filters = ListFilter.From(request);
        var rows = network.OfferList.Where(offer => filters.All(filter => filter.Accepts(Field(network, offer, filter.Field)))).ToArray();
        return Reply(rows, payloads, request, default);
    }

    private static Ok<OfferPayload> Find(SimulatedNetwork network, OfferPayloads payloads, int id, HttpRequest request) =>
        network.Offers.TryGetValue(id, out var offer) ? TypedResults.Ok(payloads.Of(offer, new Relationships(request))) : throw RefusedException.NotFound();

    private static async Task<Ok<OfferListReply>> SearchAsync(SimulatedNetwork network, OfferPayloads payloads, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var search = new OfferSearch(network, body);
        return Reply([.. network.OfferList.Where(search.Accepts)], payloads, request, body);
    }

    private static Ok<OfferListReply> Reply(Offer[] rows, OfferPayloads payloads, HttpRequest request, WireBody body)
    {
        var page = PageRequest.From(request, body);
        var asked = new Relationships(request);
        return TypedResults.Ok(new OfferListReply([.. page.Of(rows).Select(offer => payloads.Of(offer, asked))], page.Of(rows.Length)));
    }

    private static string? Field(SimulatedNetwork network, Offer offer, string field) => field switch
    {
        "network_offer_id" => offer.Id.ToString(CultureInfo.InvariantCulture),
        "network_advertiser_id" => offer.AdvertiserId.ToString(CultureInfo.InvariantCulture),
        "network_category_id" => offer.Category.Id.ToString(CultureInfo.InvariantCulture),
        "name" => offer.Name,
        "offer_status" => WireJson.Word(network.StatusOf(offer)),
        "visibility" => WireJson.Word(offer.Visibility),
        "currency_id" => offer.CurrencyId,
        "time_created" or "time_saved" => UnixTime.Of(offer.Created).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private sealed record OfferListReply(IReadOnlyList<OfferPayload> Offers, Paging Paging);
}
