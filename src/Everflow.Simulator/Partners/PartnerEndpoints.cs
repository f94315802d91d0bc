using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Partners;

internal static class PartnerEndpoints
{
    public static void MapPartners(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/affiliates", List);
        networks.MapGet("/affiliates/{id:int}", Find);
        networks.MapPost("/affiliatestable", SearchAsync);
    }

    private static Ok<PartnerListReply> List(SimulatedNetwork network, PartnerPayloads payloads, HttpRequest request)
    {
        var filters = ListFilter.From(request);
        var asked = new Relationships(request);
        var rows = network.PartnerList.Where(partner => filters.All(filter => filter.Accepts(Field(partner, filter.Field)))).ToArray();
        var page = PageRequest.From(request);
        return TypedResults.Ok(new PartnerListReply([.. page.Of(rows).Select(partner => payloads.Plain(partner, asked))], page.Of(rows.Length)));
    }

    private static Ok<PartnerPayload> Find(SimulatedNetwork network, PartnerPayloads payloads, int id, HttpRequest request) =>
        network.Partners.TryGetValue(id, out var partner) ? TypedResults.Ok(payloads.Plain(partner, new Relationships(request))) : throw RefusedException.NotFound();

    private static async Task<Ok<PartnerListReply>> SearchAsync(SimulatedNetwork network, PartnerPayloads payloads, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var search = new PartnerSearch(body);
        var asked = new Relationships(request);
        var rows = network.PartnerList.Where(search.Accepts).ToArray();
        var page = PageRequest.From(request, body);
        return TypedResults.Ok(new PartnerListReply([.. page.Of(rows).Select(partner => payloads.Flat(partner, asked))], page.Of(rows.Length)));
    }

    private static string? Field(Partner partner, string field) => field switch
    {
        "network_affiliate_id" => partner.Id.ToString(CultureInfo.InvariantCulture),
        "network_employee_id" => partner.ManagerId.ToString(CultureInfo.InvariantCulture),
        "name" => partner.Name,
        "account_status" => WireJson.Word(partner.Status),
        "time_created" or "time_saved" => UnixTime.Of(partner.Created).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private sealed record PartnerListReply(IReadOnlyList<PartnerPayload> Affiliates, Paging Paging);
}
