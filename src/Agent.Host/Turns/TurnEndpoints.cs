using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Turns;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
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
        turns.MapPost("/regenerate", RegenerateAsync)
            .WithName("RegenerateTurn")
            .WithSummary("Answer the conversation's last message again")
            .WithDescription("Streams or answers as `POST /chat` does. The earlier answer steps back for the new one, and comes back if there is none.")
            .Produces<ChatReply>()
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        turns.MapFeedback();
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

    private static async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> RegenerateAsync(
        Guid id, HttpContext http, TurnEngine engine, TurnAnswer answer, CancellationToken cancellationToken) =>
        IdempotencyKey.TryRead(http.Request, out var key)
            ? await answer.OfAsync(
                await engine.RegenerateAsync(http.User.Owner(), id, ChatEndpoints.Door, key, cancellationToken), http, cancellationToken)
            : ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "idempotency_key_invalid", IdempotencyKey.Rule);

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
