using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.LandingPages;

internal static class LandingPageEndpoints
{
    private const int DefaultPageSize = 2000;

    public static void MapLandingPages(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/offerurls", List);
        networks.MapGet("/offerurls/{id:int}", Find);
    }

    private static Ok<LandingPageListReply> List(SimulatedNetwork network, HttpRequest request)
    {
        var filters = ListFilter.From(request);
        var rows = network.LandingPageList.Where(page => filters.All(filter => filter.Accepts(Field(page, filter.Field)))).ToArray();
        var page = PageRequest.From(request, defaultSize: DefaultPageSize);
        return TypedResults.Ok(new LandingPageListReply([.. page.Of(rows).Select(LandingPagePayload.Of)], page.Of(rows.Length)));
    }

    private static Ok<LandingPagePayload> Find(SimulatedNetwork network, int id) =>
        network.LandingPages.TryGetValue(id, out var page) ? TypedResults.Ok(LandingPagePayload.Of(page)) : throw RefusedException.NotFound();

    private static string? Field(LandingPage page, string field) => field switch
    {
        "network_offer_url_id" => page.Id.ToString(CultureInfo.InvariantCulture),
        "network_offer_id" => page.OfferId.ToString(CultureInfo.InvariantCulture),
        "name" => page.Name,
        "url_status" => WireJson.Word(page.Status),
        _ => null,
    };

    private sealed record LandingPageListReply(IReadOnlyList<LandingPagePayload> Urls, Paging Paging);
}
