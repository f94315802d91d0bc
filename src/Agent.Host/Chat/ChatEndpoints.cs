using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

internal static class ChatEndpoints
{
    private const string Door = "http";
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
        ChatRequest body, HttpContext http, TurnEngine engine, TurnViewer viewer, DataSource source, CancellationToken cancellationToken)
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
        switch (await engine.StartAsync(request, cancellationToken))
        {
            case TurnStartResult.Started { Turn: var turn }:
                return await AnswerAsync(http, turn.ConversationId, turn.Id, turn.ReadAsync(0, cancellationToken), source);
            case TurnStartResult.Repeated { Turn: var turn }:
                return await AnswerAsync(http, turn.ConversationId, turn.Id, viewer.ReadAsync(turn, 0, cancellationToken), source);
            case var refused:
                return TurnProblem.Of(refused, http.Response);
        }
    }

    private static async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> AnswerAsync(
        HttpContext http, Guid conversation, Guid turn, IAsyncEnumerable<IReadOnlyList<TurnEvent>> events, DataSource source)
    {
        http.Response.Headers["X-Conversation-Id"] = conversation.ToString();
        http.Response.Headers["X-Turn-Id"] = turn.ToString();
        return WantsStream(http.Request)
            ? new TurnEventStream(turn, events)
            : TypedResults.Ok(await new ChatReplyBuilder(conversation, turn, source).ReadAsync(events, http.RequestAborted));
    }

    internal static bool WantsStream(HttpRequest request) =>
        request.Headers.TryGetValue(HeaderNames.Accept, out var accept)
        && accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
}
