using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Turns;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

internal static class TurnEndpoints
{
    public static IEndpointRouteBuilder MapTurns(this IEndpointRouteBuilder api)
    {
        var turns = api.MapGroup("/turns/{id:guid}").WithTags("Turns").ProducesProblem(StatusCodes.Status404NotFound);
        turns.MapGet("/events", EventsAsync)
            .WithName("TurnEvents")
            .WithSummary("Follow a turn, or read it again")
            .WithDescription("Gives exactly the events after `Last-Event-ID` (or `after`), live while the turn runs, also after it ended or the service restarted.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        turns.MapPost("/cancel", CancelAsync)
            .WithName("CancelTurn")
            .WithSummary("Stop a running turn")
            .ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    private static async Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync(
        Guid id, HttpContext http, TurnRepository turns, TurnViewer viewer, CancellationToken cancellationToken,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null, [FromQuery] string? after = null)
    {
        if (!TurnEventId.TryRead(lastEventId ?? after, id, out var sequence))
        {
            return ApiProblem.Invalid("event_id_invalid", lastEventId is null ? "after" : "Last-Event-ID",
                "Give the id of an event of this turn, as the stream sent it, or just its number.");
        }

        return await turns.FindAsync(http.User.Owner(), id, cancellationToken) is { } turn
            ? new TurnEventStream(id, viewer.ReadAsync(turn, sequence, cancellationToken))
            : ApiProblem.TurnNotFound();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, TurnRepository turns, TurnEngine engine, CancellationToken cancellationToken)
    {
        if (await engine.CancelAsync(http.User.Owner(), id, cancellationToken))
        {
            return TypedResults.Accepted((string?)null);
        }

        return await turns.FindAsync(http.User.Owner(), id, cancellationToken) is null
            ? ApiProblem.TurnNotFound()
            : ApiProblem.Create(StatusCodes.Status409Conflict, "turn_not_running", "The turn has ended already.");
    }
}
