using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Conversions;
using PromptLab.Simulator.Faults;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Requests;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Admin;

/// <summary>What the real API does not have: switching faults on, looking at the calls, changing offers and starting afresh. No key, no limits.</summary>
internal static class AdminEndpoints
{
    public const string Prefix = "/__admin";

    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Prefix);
        admin.MapGet("/faults", (FaultBook faults) => TypedResults.Ok(new FaultListReply(faults.Active)));
        admin.MapPost("/faults", AddFault);
        admin.MapDelete("/faults", ClearFaults);
        admin.MapGet("/requests", (RequestLog log) => TypedResults.Ok(new RequestListReply(log.Counts.Sum(count => count.Count), log.Counts)));
        admin.MapDelete("/requests", ClearRequests);
        admin.MapPatch("/offers/{id:int}", SetOfferAsync);
        admin.MapPost("/reset", Reset);
    }

    private static Created<Fault> AddFault(FaultBook faults, Fault fault)
    {
        faults.Add(fault);
        return TypedResults.Created((string?)null, fault);
    }

    private static NoContent ClearFaults(FaultBook faults)
    {
        faults.Clear();
        return TypedResults.NoContent();
    }

    private static NoContent ClearRequests(RequestLog log)
    {
        log.Clear();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OfferPayload>> SetOfferAsync(
        SimulatedNetwork network, OfferPayloads payloads, int id, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        if (!network.Offers.TryGetValue(id, out var offer)) throw RefusedException.NotFound();
        if (!WireJson.TryWord(body.Text("offer_status"), out OfferStatus status)) throw RefusedException.BadRequest("offer_status must be active, paused, pending or deleted");
        network.SetStatus(offer, status);
        return TypedResults.Ok(payloads.Of(offer, new Relationships(request)));
    }

    private static NoContent Reset(SimulatedNetwork network, ConversionChanges changes, FaultBook faults, RequestLog log)
    {
        network.Reset();
        changes.Clear();
        faults.Clear();
        log.Clear();
        return TypedResults.NoContent();
    }

    private sealed record FaultListReply(IReadOnlyList<Fault> Faults);

    private sealed record RequestListReply(int Total, IReadOnlyList<RequestCount> Requests);
}
