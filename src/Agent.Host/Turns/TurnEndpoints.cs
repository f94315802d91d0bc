using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Turns;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

internal static class TurnEndpoints
{
    internal static readonly LifeAnswer Life = new("turn");

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

    private static Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync(
        Guid id, HttpContext http, TurnRepository turns, TurnViewer viewer, [AsParameters] TurnEventPlace place, CancellationToken cancellationToken) =>
        Life.EventsAsync(http.User.Owner(), id, place, turns.FindAsync, viewer.ReadAsync, cancellationToken);

    private static async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> RegenerateAsync(
        Guid id, HttpContext http, TurnEngine engine, TurnAnswer answer, CancellationToken cancellationToken) =>
        IdempotencyKey.TryRead(http.Request, out var key)
            ? await answer.OfAsync(
                await engine.RegenerateAsync(http.User.Owner(), id, ChatEndpoints.Door, key, cancellationToken), http, cancellationToken)
            : ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "idempotency_key_invalid", IdempotencyKey.Rule);

    private static Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, TurnRepository turns, TurnEngine engine, CancellationToken cancellationToken) =>
        Life.CancelAsync(http.User.Owner(), id, engine.CancelAsync, turns.FindAsync, cancellationToken);
}
