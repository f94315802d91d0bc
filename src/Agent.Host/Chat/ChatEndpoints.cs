using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

internal static class ChatEndpoints
{
    internal const string Door = "http";
    private const string EventStream = "text/event-stream";

    public static IEndpointRouteBuilder MapChat(this IEndpointRouteBuilder api)
    {
        api.MapPost("/chat", PostAsync)
            .WithName("Chat")
            .WithTags("Chat")
            .WithSummary("Ask in plain language")
            .WithDescription("Streams AG-UI events with `Accept: text/event-stream`, otherwise answers with the whole turn as JSON. "
                + "Closing the connection does not stop the turn. Send `Idempotency-Key` to make a repeated request give the same turn.")
            .Produces<ChatReply>()
            .Produces(StatusCodes.Status200OK, contentType: EventStream)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        return api;
    }

    private static async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> PostAsync(
        ChatRequest body, HttpContext http, TurnEngine engine, TurnAnswer answer, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryRead(http.Request, out var key))
        {
            return ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "idempotency_key_invalid", IdempotencyKey.Rule);
        }

        var (problem, answers) = ChatResume.Read(body);
        if (problem is not null)
        {
            return problem;
        }

        var message = answers is null ? body.Message ?? "" : ChatResume.Words(answers);
        var request = new TurnRequest(body.ConversationId, http.User.Owner(), message, Door, key) { Call = body.Call?.ToDirectCall(), Resume = answers };
        return await answer.OfAsync(await engine.StartAsync(request, cancellationToken), http, cancellationToken);
    }
}
